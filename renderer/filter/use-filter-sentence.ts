import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { useCurrencyCode } from '#renderer/deal/use-currency-code.ts';
import { choiceWord } from '#renderer/filter/choice-words.ts';
import type { FilterEntityName } from '#renderer/filter/entities.ts';
import { useFilterFields } from '#renderer/filter/use-filter-fields.ts';
import { useRecordName } from '#renderer/filter/use-value-names.ts';
import type { FilterField } from '#shared/filter/catalogue.ts';
import type { Condition, Filter, FilterItem } from '#shared/filter/filter.ts';
import { shapeOf } from '#shared/filter/operators.ts';

/** `sentenceOf(filter)`: conditions read aloud, "Amount is at least 1.000 €"; empty for those that let everything pass. */
export function useFilterSentence(entity: FilterEntityName): (filter: Filter) => string {
  const t = useText();
  const locale = useLocale();
  const { catalogue, labelOf } = useFilterFields(entity);
  const valueText = useValueText();
  return useMemo(() => {
    const list = {
      all: new Intl.ListFormat(locale, { type: 'conjunction' }),
      any: new Intl.ListFormat(locale, { type: 'disjunction' }),
    };
    const condition = ({ field: key, is, value }: Condition): string => {
      const field = catalogue.get(key);
      const label = field === undefined ? key : labelOf(field);
      const operator = t(`filter.op.${is}`);
      const said = value === undefined || field === undefined ? '' : valueText(field, { field: key, is, value });
      // "Stage: Quote or Order" reads better than what stands between the two fields of a form.
      if (is === 'isAnyOf') return `${label}: ${said}`;
      if (operator.includes('…')) return `${label} ${operator.replace('…', said)}`;
      return [label, operator, said].filter((part) => part !== '').join(' ');
    };
    const item = (one: FilterItem, isInner: boolean): string => {
      if ('field' in one) return condition(one);
      if ('not' in one) return t('filter.not', { text: item(one.not, false) });
      const [join, items] = 'all' in one ? (['all', one.all] as const) : (['any', one.any] as const);
      const text = list[join].format(items.map((inner) => item(inner, true)));
      return isInner && items.length > 1 ? `(${text})` : text;
    };
    return (filter) => item(filter, false);
  }, [catalogue, labelOf, locale, t, valueText]);
}

/** `textOf(field, condition)`: the value that a condition compares with, as one would say it. */
function useValueText(): (field: FilterField, condition: Condition) => string {
  const t = useText();
  const { messages } = useIntl();
  const format = useFormat();
  const locale = useLocale();
  const currency = useCurrencyCode();
  const recordName = useRecordName();
  return useMemo(() => {
    const words = new Intl.ListFormat(locale, { type: 'disjunction' });
    const one = (field: FilterField, value: string | number): string => {
      if (field.type === 'money') return format.sum(Number(value), currency);
      if (typeof value === 'number') return format.number(value);
      if (field.type === 'date' || field.type === 'moment') return format.date(value);
      if (field.type === 'record' && field.record !== undefined) return recordName(field.record, value);
      return field.choices === undefined ? `«${value}»` : choiceWord(messages, field, value);
    };
    return (field, { is, value }) => {
      if (value === undefined) return '';
      if (Array.isArray(value)) return words.format(value.map((each) => one(field, each)));
      if (typeof value === 'object' && 'from' in value)
        return t('filter.range', { from: one(field, value.from), to: one(field, value.to) });
      if (shapeOf(field.type, is) === 'count') return format.number(Number(value));
      return one(field, value as string | number);
    };
  }, [currency, format, locale, messages, recordName, t]);
}
