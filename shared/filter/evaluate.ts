import { dayIn } from '#shared/filter/calendar.ts';
import type { FilterCatalogue, FilterField } from '#shared/filter/catalogue.ts';
import { compactKey, filterKey } from '#shared/filter/filter-key.ts';
import type { Condition, Filter, FilterItem } from '#shared/filter/filter.ts';
import { dependenceOf, resolveCondition } from '#shared/filter/resolve-condition.ts';
import type { Bounds, Check, FilterContext } from '#shared/filter/resolve-condition.ts';
import { validateFilter } from '#shared/filter/validate-filter.ts';
import type { FilterProblem } from '#shared/filter/validate-filter.ts';

/** Reads a field of the record in question; null and undefined, '' and [] are no value. */
export type ReadField = (key: string) => unknown;
export type Passes = (read: ReadField, context: FilterContext) => boolean;

export type PreparedFilter =
  | { readonly type: 'prepared'; readonly passes: Passes }
  | { readonly type: 'refused'; readonly problems: readonly FilterProblem[] };

/** Makes a filter into a function, for the many records that it will be asked of. What passes is what passes in SQL. */
export function prepareFilter(filter: Filter, catalogue: FilterCatalogue): PreparedFilter {
  const problems = validateFilter(filter, catalogue);
  return problems.length > 0 ? { type: 'refused', problems } : { type: 'prepared', passes: prepareItem(filter, catalogue) };
}

function prepareItem(item: FilterItem, catalogue: FilterCatalogue): Passes {
  if ('field' in item) return prepareCondition(item, catalogue.get(item.field) as FilterField);
  if ('not' in item) {
    const inner = prepareItem(item.not, catalogue);
    return (read, context) => !inner(read, context);
  }
  const parts = ('all' in item ? item.all : item.any).map((part) => prepareItem(part, catalogue));
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const wanted = 'any' in item;
  return (read, context) => {
    for (const part of parts) if (part(read, context) === wanted) return wanted;
    return !wanted;
  };
}

function prepareCondition(condition: Condition, field: FilterField): Passes {
  const { key } = field;
  const answerAt = (context: FilterContext) => answerTo(condition, field, context);
  switch (dependenceOf(condition, field)) {
    case 'nothing': {
      const answer = answerAt(nowhere);
      return (read) => answer(read(key));
    }
    case 'day':
      return preparePerDay(key, answerAt);
    default:
      return (read, context) => answerAt(context)(read(key));
  }
}

/** For conditions that depend on none of it. */
const nowhere: FilterContext = { now: 0, timeZone: 'UTC', me: null };

type Answer = (value: unknown) => boolean;

function preparePerDay(key: string, answerAt: (context: FilterContext) => Answer): Passes {
  let known: { readonly day: string; readonly timeZone: string; readonly answer: Answer } | undefined;
  return (read, context) => {
    const { timeZone, now } = context;
    const day = dayIn(timeZone, now);
    if (known?.day !== day || known.timeZone !== timeZone) known = { day, timeZone, answer: answerAt(context) };
    return known.answer(read(key));
  };
}

function answerTo(condition: Condition, field: FilterField, context: FilterContext): Answer {
  const { check, negated } = resolveCondition(condition, field, context);
  const answer = answerOf(check, field);
  return negated ? (value) => !answer(value) : answer;
}

function answerOf(check: Check, { type, isCompact }: FilterField): Answer {
  const keyOf = isCompact ? compactKey : filterKey;
  switch (check.kind) {
    case 'filled':
      return type === 'words' ? (value) => wordsOf(value).length > 0 : isFilled;
    case 'true':
      return (value) => value === true;
    case 'within':
      return withinAnswer(check.bounds);
    case 'yearly':
      return yearlyAnswer(check.from, check.to);
    case 'oneOf':
      return memberAnswer(check.values);
    case 'same':
      return (value) => typeof value === 'string' && value !== '' && keyOf(value) === check.key;
    case 'contains':
      return (value) => typeof value === 'string' && keyOf(value).includes(check.key);
    case 'starts':
      return (value) => typeof value === 'string' && keyOf(value).startsWith(check.key);
    case 'hasAny':
      return (value) => wordsOf(value).some((word) => check.keys.includes(keyOf(word)));
    case 'hasAll':
      return (value) => hasAll(wordsOf(value).map(keyOf), check.keys);
    case 'hasPart':
      return (value) => wordsOf(value).some((word) => keyOf(word).includes(check.key));
  }
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}

function wordsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string' && word !== '') : [];
}

function hasAll(keys: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((key) => keys.includes(key));
}

function memberAnswer(values: readonly string[]): Answer {
  const [only] = values;
  if (values.length === 1) return (value) => value === only;
  const members = new Set<unknown>(values);
  return (value) => members.has(value);
}

function withinAnswer({ from, above, to, below }: Bounds): Answer {
  return (value) =>
    isFilled(value) &&
    (from === undefined || (value as typeof from) >= from) &&
    (above === undefined || (value as typeof above) > above) &&
    (to === undefined || (value as typeof to) <= to) &&
    (below === undefined || (value as typeof below) < below);
}

function yearlyAnswer(from: string, to: string): Answer {
  return (value) => {
    if (typeof value !== 'string' || value === '') return false;
    const day = value.slice(5);
    return from <= to ? day >= from && day <= to : day >= from || day <= to;
  };
}
