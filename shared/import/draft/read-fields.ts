import { saysNothing, tidyText } from '#shared/import/values/cell-text.ts';
import { readDate } from '#shared/import/values/read-date.ts';
import { readNumber } from '#shared/import/values/read-number.ts';
import { readKind, readPartyType, readYesNo, splitWords } from '#shared/import/values/read-words.ts';
import { restoreTaxId } from '#shared/import/values/tax-id.ts';
import type { CustomValue } from '#shared/party/fields.ts';
import { fit, keepAside, warn } from './column-reader.ts';
import type { CellReader, CellToRead, ReaderContext } from './column-reader.ts';
import type { AddressParts, RowParts } from './row-parts.ts';

type TextField = 'fullName' | 'nickname' | 'companyName' | 'legalName' | 'industry' | 'contactPerson';
type ListField = 'givenName' | 'middleName' | 'familyName' | 'jobTitle' | 'department' | 'source';

/** A name or other short text of which a record has one; a second goes to the notes. */
export function textReader(field: TextField, most: number, { column }: ReaderContext): CellReader {
  return ({ text, parts }) => {
    const value = fit({ text: tidyText(text.replaceAll(' ::: ', ', ')), most, parts, column });
    if (parts[field] === '') parts[field] = value;
    else if (parts[field] !== value) keepAside(parts, column.header, value);
  };
}

/** A short text that several columns may add to. */
export function listReader(field: ListField, { column }: ReaderContext): CellReader {
  return ({ text, parts }) => {
    const value = fit({ text: tidyText(text.replaceAll(' ::: ', ', ')), most: 200, parts, column });
    if (!parts[field].includes(value)) parts[field].push(value);
  };
}

export function notesReader({ column, mapping }: ReaderContext): CellReader {
  const isFirst = mapping.columns.find(({ target }) => target === 'notes')?.index === column.index;
  return ({ text, parts }) => parts.notes.push(isFirst || column.header === '' ? text : `${column.header}: ${text}`);
}

export function preferencesReader({ column }: ReaderContext): CellReader {
  return ({ text, parts }) => parts.preferences.push(fit({ text, most: 10_000, parts, column }));
}

export function birthdayReader({ column, mapping, lastShortYear }: ReaderContext): CellReader {
  const options = { order: mapping.dateOrder, lastShortYear };
  return ({ text, parts }) => {
    if (saysNothing(text)) return;
    const read = readDate(text, options);
    if (read.type === 'date') parts.birthday = read.iso;
    else if (read.type === 'invalid') {
      warn(parts, 'dateInvalid', { column: column.index, value: text.slice(0, 200) });
      keepAside(parts, column.header, text);
    }
  };
}

export function taxIdReader({ column, country }: ReaderContext): CellReader {
  return ({ text, parts }) => {
    if (saysNothing(text)) return;
    // "7707083893/770701001": the second is the tax office's, and no one's alone.
    const [own = text, office] = /^\d{10}\s*[/\\]\s*\d{9}$/.test(text) ? text.split(/\s*[/\\]\s*/) : [text];
    if (office !== undefined) keepAside(parts, column.header, text);
    const value = fit({ text: restoreTaxId(tidyText(own), country), most: 40, parts, column });
    parts.taxIds.push({ value, party: column.party ?? null, header: column.header });
  };
}

export function kindReader({ column }: ReaderContext): CellReader {
  return ({ text, parts }) => {
    const kind = readKind(text);
    if (kind === null) keepAside(parts, column.header, text);
    else parts.kind = kind;
  };
}

export function partyTypeReader({ column }: ReaderContext): CellReader {
  return ({ text, parts }) => {
    const type = readPartyType(text);
    if (type === null) keepAside(parts, column.header, text);
    else parts.partyType = type;
  };
}

export function wordsReader(field: 'tags' | 'groups'): CellReader {
  return ({ text, parts }) => {
    for (const word of splitWords(text)) if (!parts[field].includes(word)) parts[field].push(word);
  };
}

type AddressPart = 'street' | 'city' | 'region' | 'postalCode' | 'country';
const longestPart: Record<AddressPart, number> = { street: 300, city: 120, region: 120, postalCode: 20, country: 80 };
/** Digits of postcodes that may begin with a zero, which spreadsheets drop. */
const postalDigits: Readonly<Record<string, number>> = { ES: 5, DE: 5, IT: 5, FR: 5, MX: 5, US: 5, BR: 8, PE: 5, UY: 5 };

export function addressReader(part: AddressPart, { column, country }: ReaderContext): CellReader {
  const isFull = column.target === 'addressFull';
  return ({ text, parts, label }) => {
    if (saysNothing(text) && !/^(?:s\/n|no)$/i.test(text)) return;
    const address = addressOf(parts, { group: column.group, label, party: column.party ?? null });
    const value = tidyText(text.replace(/\s*\n\s*/g, ', '));
    if (part === 'street') return addStreet({ address, value, isFull });
    const fitted = fit({ text: value, most: longestPart[part], parts, column });
    address[part] = part === 'postalCode' ? restorePostalCode(fitted, country) : fitted;
  };
}

function addressOf(
  parts: RowParts,
  { group, label, party }: { group: number; label: string; party: AddressParts['party'] },
): AddressParts {
  const known = parts.addresses.get(group);
  if (known !== undefined) {
    if (known.label === '') known.label = label;
    return known;
  }
  const fresh: AddressParts = { label, street: [], full: '', city: '', region: '', postalCode: '', country: '', party };
  parts.addresses.set(group, fresh);
  return fresh;
}

/** A program that writes an address whole and in parts says everything twice. */
function addStreet({ address, value, isFull }: { address: AddressParts; value: string; isFull: boolean }): void {
  if (isFull) address.full = value;
  else if (!address.street.some((line) => line === value)) address.street.push(value);
}

function restorePostalCode(text: string, country: string): string {
  const digits = postalDigits[country];
  return digits !== undefined && /^\d+$/.test(text) && text.length === digits - 1 ? `0${text}` : text;
}

/** A custom field's value by its type; what can't be read as that is noted and kept in the notes. */
export function customReader(context: ReaderContext): CellReader {
  const { column } = context;
  const key = column.customKey ?? '';
  return (cell) => {
    const value = readCustom(cell, context);
    if (value !== null) cell.parts.custom[key] = value;
    else if (!saysNothing(cell.text) && cell.text !== '') keepAside(cell.parts, column.header, cell.text);
  };
}

function readCustom({ text, cell, parts }: CellToRead, { column, mapping, lastShortYear }: ReaderContext): CustomValue | null {
  switch (column.customType) {
    case 'number':
    case 'money': {
      const value = typeof cell === 'number' ? cell : readNumber(text, mapping.decimal);
      if (value === null && !saysNothing(text)) warn(parts, 'numberInvalid', { column: column.index, value: text.slice(0, 200) });
      return value;
    }
    case 'date': {
      const read = readDate(text, { order: mapping.dateOrder, lastShortYear });
      if (read.type === 'invalid' && !saysNothing(text))
        warn(parts, 'dateInvalid', { column: column.index, value: text.slice(0, 200) });
      return read.type === 'date' ? read.iso : null;
    }
    case 'yesNo':
      return typeof cell === 'boolean' ? cell : readYesNo(text);
    case 'multiChoice':
      return splitWords(text);
    default:
      return fit({ text, most: 100_000, parts, column });
  }
}
