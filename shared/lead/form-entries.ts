import type { FormEntry } from '#shared/lead/read-form.ts';

/** Deeper than this nobody's form goes. */
const deepest = 6;
const nameKeys = ['name', 'label', 'key', 'id', 'field', 'title'];
const valueKeys = ['value', 'values', 'answer', 'content'];
const listKeys = /^(leads?|requests?|items?|data|entries|submissions?|results?|rows|records)$/i;

type JsonObject = Readonly<Record<string, unknown>>;

/** The requests in what a site's form or its export sends: one object, a list of them, or a list under a name. */
export function requestsOfJson(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return [];
  const lists = Object.entries(value).filter(([key, list]) => listKeys.test(key) && isListOfObjects(list));
  const [list] = lists;
  return lists.length === 1 && list && !isFieldList(list[1]) ? (list[1] as readonly JsonObject[]) : [value];
}

/** The fields of a request, nested ones by the path to them; lists of { name, value } are fields too. */
export function entriesOf(value: JsonObject): readonly FormEntry[] {
  return [...entriesWithin(value, '', 0)];
}

function* entriesWithin(value: unknown, path: string, depth: number): Generator<FormEntry> {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') yield [path, String(value as string | number | boolean)];
  else if (depth >= deepest) yield [path, JSON.stringify(value)];
  else if (isFieldList(value)) for (const field of value) yield* entriesWithin(pick(field, valueKeys), namedBy(field), depth + 1);
  else if (Array.isArray(value)) for (const element of value) yield* entriesWithin(element, path, depth + 1);
  else for (const [key, inner] of Object.entries(value)) yield* entriesWithin(inner, keyWithin(path, key), depth + 1);
}

/** "contact.phone" is about the phone; "utm.source" isn't a source. */
function keyWithin(path: string, key: string): string {
  return path === '' || /^(data|fields|form_fields|payload|lead|form|answers|contact|client|customer|user|person)$/i.test(path)
    ? key
    : `${path} ${key}`;
}

function isFieldList(value: unknown): value is readonly JsonObject[] {
  return isListOfObjects(value) && value.every((field) => namedBy(field) !== '' && pick(field, valueKeys) !== undefined);
}

function isListOfObjects(value: unknown): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

function namedBy(field: JsonObject): string {
  const name = pick(field, nameKeys);
  return typeof name === 'string' ? name : '';
}

function pick(field: JsonObject, keys: readonly string[]): unknown {
  const key = keys.find((known) => Object.hasOwn(field, known));
  return key === undefined ? undefined : field[key];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
