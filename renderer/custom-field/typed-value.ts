import { readTypedDate, writeTypedDate } from '#renderer/date/typed-date.ts';
import type { MessageValues } from '#renderer/app/text.ts';
import type { CustomFieldType } from '#shared/custom-field/types.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { CustomValue } from '#shared/party/fields.ts';

/** What was typed, as a value to keep; null when nothing was. */
export type TypedValue =
  | { readonly type: 'value'; readonly value: CustomValue | null }
  | { readonly type: 'unreadable'; readonly message: MessageKey; readonly values: MessageValues };

/** Reads what was typed into a custom field of a type that is typed. */
export function readTypedValue(type: CustomFieldType, typed: string, locale: string): TypedValue {
  const text = type === 'longText' ? typed.trimEnd() : typed.trim();
  if (text === '') return { type: 'value', value: null };
  if (type === 'number' || type === 'money') {
    const value = readTypedNumber(text, locale);
    if (value !== null) return { type: 'value', value };
    const example = new Intl.NumberFormat(locale).format(1234.5);
    return { type: 'unreadable', message: 'customField.unreadable.number', values: { example } };
  }
  if (type === 'date') {
    const value = readTypedDate(text, { locale });
    if (value !== null) return { type: 'value', value };
    const example = writeTypedDate('2025-03-14', locale);
    return { type: 'unreadable', message: 'date.unreadable', values: { example } };
  }
  return { type: 'value', value: text };
}

/** A value as one would type it again. */
export function writeTypedValue(type: CustomFieldType, value: CustomValue | undefined, locale: string): string {
  if (value === undefined) return '';
  if (typeof value === 'number')
    return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 10 }).format(value);
  if (type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(value))) return writeTypedDate(String(value), locale);
  return String(value);
}

/**
 * A number as people type it, with or without thousands apart. Where a lone separator could be either, the locale says
 * which it is. @returns null when it is no number
 */
export function readTypedNumber(text: string, locale: string): number | null {
  const bare = text.replace(/R\$|[€$£₽]|руб\.?|(?<=\d\s*)р\.?$|[\s\u00a0\u202f'’]/giu, '').replace('−', '-');
  if (!/^-?\d[\d.,]*$|^-?[.,]\d+$/.test(bare)) return null;
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  if (last < 0) return Number(bare);
  const separator = bare.charAt(last);
  const isThousands = isThousandsMark(bare, { separator, locale });
  const [whole, fraction] = isThousands ? [bare, ''] : [bare.slice(0, last), bare.slice(last + 1)];
  const groups = whole.replace('-', '').split(/[.,]/);
  if (groups.length > 1 && groups.slice(1).some((group) => group.length !== 3)) return null;
  return Number(`${whole.replace(/[.,]/g, '') || '0'}.${fraction || '0'}`);
}

function isThousandsMark(bare: string, { separator, locale }: { readonly separator: string; readonly locale: string }): boolean {
  const count = bare.split(separator).length - 1;
  const hasOther = bare.includes(separator === '.' ? ',' : '.');
  if (count > 1) return true;
  if (hasOther || !new RegExp(`\\d{1,3}\\${separator}\\d{3}$`).test(bare)) return false;
  const decimal = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;
  return separator !== decimal && !bare.replace('-', '').startsWith('0');
}
