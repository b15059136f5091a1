import type { ColumnMapping } from '#shared/import/mapping.ts';
import type { SourceRow } from '#shared/import/table.ts';
import { cellText } from '#shared/import/values/cell-text.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';

const prefix = /^\(?(?:\+|00)?\d{1,5}\)?$/;
const countryCode = /^(?:\+|00)/;

/**
 * Finds columns of country or area codes beside phones ("DDD | Telefone"): they become part of the phone. A code is known by
 * its plus, or by making numbers whole that are none without it.
 */
export function tiePrefixes(columns: readonly ColumnMapping[], data: readonly SourceRow[], country: string): ColumnMapping[] {
  const prefixes = new Set<number>();
  const tied = columns.map((column, at) => {
    const before = columns[at - 1];
    if (column.target !== 'phone' || before === undefined || !mayBePrefix(before)) return column;
    if (!isPrefix(pairsOf(data, before.index, column.index), country)) return column;
    prefixes.add(before.index);
    return { ...column, prefixColumn: before.index };
  });
  return tied.map((column) => (prefixes.has(column.index) ? asIgnored(column) : column));
}

/** The phone with its code, unless it has one itself. */
export function joinPrefix(code: string, phone: string, country: string): string {
  if (!prefix.test(code) || /^\s*(?:\+|00)/.test(phone)) return phone;
  const joined = `${code} ${phone}`;
  if (countryCode.test(code) || normalisePhone(joined, country).valid) return joined;
  return normalisePhone(`+${joined}`, country).valid ? `+${joined}` : phone;
}

function mayBePrefix({ target }: ColumnMapping): boolean {
  return target === 'ignore' || target === 'custom' || target === 'notes' || target === 'phone';
}

function pairsOf(data: readonly SourceRow[], code: number, phone: number): (readonly [string, string])[] {
  return data
    .map(({ cells }) => [cellText(cells[code]), cellText(cells[phone])] as const)
    .filter(([before, after]) => before !== '' && after !== '')
    .slice(0, 100);
}

function isPrefix(pairs: readonly (readonly [string, string])[], country: string): boolean {
  if (pairs.length === 0 || !pairs.every(([code]) => prefix.test(code))) return false;
  const share = (test: (pair: readonly [string, string]) => boolean) => pairs.filter(test).length / pairs.length;
  const joined = share(([code, phone]) => normalisePhone(joinPrefix(code, phone, country), country).valid);
  const alone = share(([, phone]) => normalisePhone(phone, country).valid);
  return joined >= 0.6 && (alone < 0.3 || share(([code]) => countryCode.test(code)) >= 0.8);
}

function asIgnored({ index, header }: ColumnMapping): ColumnMapping {
  return { index, header, target: 'ignore', label: '', group: 0 };
}
