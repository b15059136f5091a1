import { saysNothing, splitGoogleValues } from '#shared/import/values/cell-text.ts';
import { readEmails } from '#shared/import/values/read-emails.ts';
import { findLabel } from '#shared/import/read-label.ts';
import { headerWords } from '#shared/import/header-words.ts';
import { detectPhoneDamage, repairLostZero } from '#shared/phone/phone-damage.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';
import { splitPhones } from '#shared/phone/split-phones.ts';
import { fit, keepAside, warn } from './column-reader.ts';
import type { CellReader, CellToRead, ReaderContext } from './column-reader.ts';
import type { RowParts } from './row-parts.ts';

/** Reads phones: several in a cell, emails among them, numbers that a spreadsheet spoilt. */
export function phoneReader(context: ReaderContext): CellReader {
  return (cell) => {
    for (const text of splitGoogleValues(cell.text)) {
      if (text.includes('@')) readMixed({ ...cell, text }, context);
      else readPhones({ ...cell, text }, context);
    }
  };
}

/** Reads emails; a phone that stands in their column is taken for one. */
export function emailReader(context: ReaderContext): CellReader {
  return (cell) => {
    if (cell.text.includes('@')) return readMixed(cell, context);
    if (saysNothing(cell.text)) return;
    if (normalisePhone(cell.text, context.country).valid) return readPhones(cell, context);
    rejectEmail(cell, context);
  };
}

/** Reads a messenger's handle; where it is a phone, it is one to call as well. */
export function messengerReader(context: ReaderContext): CellReader {
  const { column, country } = context;
  const service = column.service ?? 'other';
  return ({ text, parts, label }) => {
    for (const value of splitGoogleValues(text)) {
      if (saysNothing(value)) continue;
      const handle = fit({ text: value, most: 200, parts, column });
      parts.messengers.push({ value: { label, service, handle }, party: column.party ?? null });
      if (!/\d{5}/.test(value.replace(/\D/g, ''))) continue;
      for (const raw of splitPhones(value, country)) addCallable({ raw, parts }, context);
    }
  };
}

export function webPageReader({ column }: ReaderContext): CellReader {
  return ({ text, parts, label }) => {
    for (const value of splitGoogleValues(text).flatMap((part) => part.split(/[\s;,]+(?=https?:|www\.)/i))) {
      if (saysNothing(value) || value.length < 3) continue;
      parts.webPages.push({
        value: { label, url: fit({ text: value, most: 2000, parts, column }) },
        party: column.party ?? null,
      });
    }
  };
}

/** Phones and emails in one cell: what is left when the addresses are out may be phones. */
function readMixed(cell: CellToRead, context: ReaderContext): void {
  const { addresses, invalid } = readEmails(cell.text);
  const party = context.column.party ?? null;
  const isEmailColumn = context.column.target === 'email';
  for (const address of addresses) {
    if (cell.parts.emails.some(({ value }) => value.address.toLowerCase() === address.toLowerCase())) continue;
    cell.parts.emails.push({ value: { label: isEmailColumn ? cell.label : '', address }, party });
  }
  if (invalid.length > 0 || addresses.length === 0) rejectEmail({ ...cell, text: invalid.join(', ') || cell.text }, context);
  const rest = addresses.reduce((text, address) => text.replace(address, ' '), cell.text).replace(/mailto:|[<>]/gi, ' ');
  if (
    rest.replace(/\D/g, '').length >= 7 &&
    splitPhones(rest, context.country).some((raw) => normalisePhone(raw, context.country).valid)
  ) {
    readPhones({ ...cell, text: rest.trim(), cell: rest.trim(), label: isEmailColumn ? '' : cell.label }, context);
  }
}

function rejectEmail({ text, parts }: CellToRead, { column }: ReaderContext): void {
  warn(parts, 'emailInvalid', { column: column.index, value: text.slice(0, 200) });
  keepAside(parts, column.header, text);
}

function readPhones({ text, cell, parts, label }: CellToRead, context: ReaderContext): void {
  const { column, country } = context;
  if (saysNothing(text)) return;
  if (detectPhoneDamage(typeof cell === 'number' ? cell : text, country) === 'exponent') {
    warn(parts, 'phoneDamagedByExcel', { column: column.index, value: text });
    return keepAside(parts, column.header, text);
  }
  for (const raw of splitPhones(text, country)) {
    const lostZero = repairLostZero(raw, country);
    if (lostZero !== null) warn(parts, 'phoneLostZero', { column: column.index, value: raw });
    const read = normalisePhone(lostZero ?? raw, country);
    if (read.digits.length < 3) {
      warn(parts, 'phoneUnreadable', { column: column.index, value: raw.slice(0, 200) });
      keepAside(parts, column.header, raw);
      continue;
    }
    if (read.e164 === null) warn(parts, 'phoneUnreadable', { column: column.index, value: raw.slice(0, 200) });
    addPhone({ raw, label, read, parts }, context);
  }
}

type ReadPhone = ReturnType<typeof normalisePhone>;

function addPhone(options: { raw: string; label: string; read: ReadPhone; parts: RowParts }, { column }: ReaderContext): void {
  const { raw, read, parts } = options;
  if (parts.phones.some(({ value }) => isSamePhone(value, read))) return;
  const own = options.label === '' && /\p{L}/u.test(raw) ? (findLabel(headerWords(raw))?.label ?? '') : options.label;
  const label = own.slice(0, 60);
  const kept = fit({ text: raw, most: 100, parts, column });
  const { e164, extension, digits } = read;
  parts.phones.push({ value: { label, raw: kept, e164, extension, digits }, party: column.party ?? null });
}

/** A messenger's number is a phone unless the row has it already. */
function addCallable({ raw, parts }: { raw: string; parts: RowParts }, context: ReaderContext): void {
  const read = normalisePhone(raw, context.country);
  if (read.valid) addPhone({ raw, label: 'mobile', read, parts }, context);
}

function isSamePhone(
  a: { readonly e164: string | null; readonly digits: string; readonly extension: string },
  b: ReadPhone,
): boolean {
  return a.extension === b.extension && (a.e164 === null ? b.e164 === null && a.digits === b.digits : a.e164 === b.e164);
}
