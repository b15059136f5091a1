import { toAsciiDigits } from '#shared/text/ascii-digits.ts';
import { monthOf } from '#shared/import/values/month-names.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface DateOptions {
  /** Order of day and month where the digits alone leave it open. */
  readonly order: DateOrder;
  /** The last year that two digits may mean: 26 makes "26" 2026 and "27" 1927. */
  readonly lastShortYear: number;
}

/** ISO date (year 0000 when there was none), "empty" for what only looks like a date ("0/0/00"), "invalid" for the rest. */
export type ReadDate =
  | { readonly type: 'date'; readonly iso: string }
  | { readonly type: 'empty' }
  | { readonly type: 'invalid' };

const invalid: ReadDate = { type: 'invalid' };
const time = /[T\s,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:[ap]\.?\s?m\.?|Z|[+-]\d{2}:?\d{2})?$/iu;
/** Days from the spreadsheets' day zero to 1 January 1970. */
const serialOfEpoch = 25_569;

/** Reads a date as people of the five languages write it, a spreadsheet's serial number or an ISO date. */
export function readDate(raw: string, options: DateOptions): ReadDate {
  const text = toAsciiDigits(raw.trim()).replace(time, '').trim();
  if (/^[0.\-/\s:T]*$/.test(text)) return { type: 'empty' };
  return readIso(text) ?? readDigits(text, options) ?? readWords(text, options) ?? readSerial(text) ?? invalid;
}

function readIso(text: string): ReadDate | null {
  const full = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (full !== null) return toDate(Number(full[1]), Number(full[2]), Number(full[3]));
  const yearless = /^--(\d{2})-?(\d{2})$/.exec(text);
  return yearless === null ? null : toDate(0, Number(yearless[1]), Number(yearless[2]));
}

function readDigits(text: string, { order, lastShortYear }: DateOptions): ReadDate | null {
  const match = /^(\d{1,2})\s?[./\-\s]\s?(\d{1,2})(?:\s?[./\-\s]\s?(\d{4}|\d{2}))?\.?\s*(?:г\.?|г\.?\s?р\.?|года)?$/iu.exec(text);
  if (match === null) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const year = match[3] === undefined ? 0 : fullYear(match[3], lastShortYear);
  const [day, month] = order === 'mdy' ? [second, first] : [first, second];
  const asOrdered = toDate(year, month, day);
  return asOrdered.type === 'date' ? asOrdered : toDate(year, day, month);
}

/** "12 de mayo de 1980", "5 мая 1980 г.", "May 12, 1980", "12-may-80", "12 Μαΐου". */
function readWords(text: string, { lastShortYear }: DateOptions): ReadDate | null {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const month = words.map(monthOf).find((found) => found !== null);
  const numbers = text.match(/\d+/g) ?? [];
  if (month === undefined || numbers.length === 0 || numbers.length > 2 || words.length > 5) return null;
  const [first = '', second] = numbers;
  if (first.length === 4) return second === undefined ? invalid : toDate(Number(first), month, Number(second));
  return toDate(second === undefined ? 0 : fullYear(second, lastShortYear), month, Number(first));
}

function readSerial(text: string): ReadDate | null {
  if (!/^\d{4,5}(?:[.,]\d+)?$/.test(text)) return null;
  const serial = Math.floor(Number(text.replace(',', '.')));
  // Between 1927 and 2064: four digits are rather a year, or nothing.
  if (serial < 10_000 || serial > 60_000) return null;
  return { type: 'date', iso: new Date((serial - serialOfEpoch) * 86_400_000).toISOString().slice(0, 10) };
}

function fullYear(digits: string, lastShortYear: number): number {
  const value = Number(digits);
  if (digits.length > 2) return value;
  return value <= lastShortYear ? 2000 + value : 1900 + value;
}

function toDate(year: number, month: number, day: number): ReadDate {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return invalid;
  if (year !== 0 && (year < 1800 || year > 2200)) return invalid;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return { type: 'date', iso: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` };
}

/** Without a year, February has its 29 days. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year === 0 ? 2000 : year, month, 0)).getUTCDate();
}
