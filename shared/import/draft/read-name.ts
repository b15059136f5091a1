import { tidyText } from '#shared/import/values/cell-text.ts';
import { readEmails } from '#shared/import/values/read-emails.ts';
import { looksLikeCompany } from '#shared/name/company-name.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';
import { detectPhoneDamage } from '#shared/phone/phone-damage.ts';
import { splitPhones } from '#shared/phone/split-phones.ts';
import { fit, keepAside } from './column-reader.ts';
import type { CellReader, CellToRead, ReaderContext } from './column-reader.ts';
import { emailReader, phoneReader } from './read-points.ts';
import type { RowParts } from './row-parts.ts';

const phoneInText = /[+(]?\d[\d\s().\-/,;]{5,}\d/g;

/** Reads a name in one piece; a phone or an email written into its cell is taken out of it. */
export function nameReader(field: 'fullName' | 'contactPerson', context: ReaderContext): CellReader {
  const { column } = context;
  const readPhone = phoneReader(context);
  const readEmail = emailReader(context);
  return (cell) => {
    if (isNumberOnly(cell.text, context.country)) return readPhone(cell);
    const name = takeRemark(takeOut({ cell, context, readPhone, readEmail }), { parts: cell.parts, header: column.header });
    const value = fit({ text: tidyText(name), most: 300, parts: cell.parts, column });
    if (cell.parts[field] === '') cell.parts[field] = value;
  };
}

/** "Сергей (Камри)": what people add to tell one Sergey from another is no part of his name. */
function takeRemark(name: string, { parts, header }: { parts: RowParts; header: string }): string {
  const [, before = '', remark] = /^([^()]*)\(([^()]+)\)\s*$/.exec(name) ?? [];
  const bare = /\p{L}/u.test(before) ? before.trimEnd() : undefined;
  if (bare === undefined || remark === undefined || looksLikeCompany(name)) return name;
  keepAside(parts, header, remark.trim());
  return bare;
}

/** Somebody without a name, only their number where the name should be. */
function isNumberOnly(text: string, country: string): boolean {
  return detectPhoneDamage(text, country) === 'exponent' || (/\d{3}/.test(text.replace(/\D/g, '')) && !/\p{L}/u.test(text));
}

function takeOut(options: { cell: CellToRead; context: ReaderContext; readPhone: CellReader; readEmail: CellReader }): string {
  const { cell, context, readPhone, readEmail } = options;
  let { text } = cell;
  if (text.includes('@')) {
    const { addresses } = readEmails(text);
    for (const address of addresses) {
      readEmail({ ...cell, text: address });
      text = text.replace(address, ' ');
    }
    if (addresses.length > 0) text = text.replace(/[<>]|mailto:/gi, ' ');
  }
  for (const phone of /\d/.test(text) ? (text.match(phoneInText) ?? []) : []) {
    const raw = phone.trim();
    const isOther = !splitPhones(raw, context.country).some((part) => normalisePhone(part, context.country).valid);
    if (isOther) continue;
    readPhone({ ...cell, text: raw, cell: raw });
    text = text.replace(phone, ' ').replace(/(?<!\p{L})(?:tel[eéf]*|tlf|m[oó]vil|cel|тел|моб|τηλ|κιν)\.?:?\s*$/iu, ' ');
  }
  return text === cell.text ? text : text.replace(/[\s,;:|/(-]+$/u, '').replace(/^[\s,;:|/)-]+/u, '');
}
