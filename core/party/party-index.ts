import type { WriteTx } from '#core/database/connection.ts';
import { isInUse } from '#core/party/party.ts';
import type { Party } from '#core/party/party.ts';
import type { Act } from '#core/records/act.ts';
import { onlyDigits } from '#shared/phone/clean-phone.ts';
import { foldText } from '#shared/text/fold-text.ts';

// Tables derived from parties for finding them. Only parties in use are in them: the recycle bin is never found.

/** The digits a phone is found by: of its E.164 form where it has one, else as typed. */
export function searchDigitsOf(phone: { readonly raw: string; readonly e164: string | null }): string {
  return phone.e164 === null ? onlyDigits(phone.raw) : phone.e164.slice(1);
}

export function emailKeyOf(address: string): string {
  return address.trim().toLowerCase();
}

export const insertTextSql =
  'INSERT INTO party_text (rowid, name, company, email, tag, tax_id, other) VALUES (?, ?, ?, ?, ?, ?, ?)';

/** Equal for two ways of writing one tax id, with dots or without; `taxIdKeySql` says the same to the index. */
export function taxIdKeyOf(taxId: string): string {
  return taxId.toUpperCase().replace(/[ ./-]/g, '');
}

export const taxIdKeySql = "replace(replace(replace(replace(upper(tax_id), ' ', ''), '.', ''), '/', ''), '-', '')";

interface PartyWritten {
  readonly act: Act;
  readonly seq: number;
  readonly before: Party | null;
  readonly after: Party | null;
}

/** Brings the derived tables up to date after a party was written. */
export function indexParty({ act, seq, before, after }: PartyWritten) {
  const old = before && isInUse(before) ? before : null;
  const now = after && isInUse(after) ? after : null;
  const { tx } = act;
  const phones = replace(digitsOf(old), digitsOf(now));
  for (const digits of phones.gone) tx.write('DELETE FROM party_phone WHERE digits = ? AND party_seq = ?').run(digits, seq);
  for (const digits of phones.come) tx.write('INSERT INTO party_phone VALUES (?, ?, ?)').run(digits, seq, reverse(digits));
  const emails = replace(emailsOf(old), emailsOf(now));
  for (const address of emails.gone) tx.write('DELETE FROM party_email WHERE address = ? AND party_seq = ?').run(address, seq);
  for (const address of emails.come) tx.write('INSERT INTO party_email VALUES (?, ?)').run(address, seq);
  const tags = replace(old?.tags ?? [], now?.tags ?? []);
  for (const tag of tags.gone) tx.write('DELETE FROM party_tag WHERE tag = ? AND party_seq = ?').run(tag, seq);
  for (const tag of tags.come) tx.write('INSERT OR IGNORE INTO party_tag VALUES (?, ?)').run(tag, seq);
  const groups = replace(old?.groups ?? [], now?.groups ?? []);
  for (const group of groups.gone) tx.write('DELETE FROM party_group WHERE name = ? AND party_seq = ?').run(group, seq);
  for (const group of groups.come) tx.write('INSERT OR IGNORE INTO party_group VALUES (?, ?)').run(group, seq);
  indexDigits(tx, seq, { old: digitsOf(old), now: digitsOf(now) });
  deferText(act, { id: (after ?? before)?.id ?? '', seq, party: now, isNew: before === null });
}

function replace(old: readonly string[], now: readonly string[]) {
  return { gone: old.filter((value) => !now.includes(value)), come: now.filter((value) => !old.includes(value)) };
}

function digitsOf(party: Party | null): readonly string[] {
  if (party === null) return [];
  return [...new Set(party.phones.map(searchDigitsOf).filter((digits) => digits !== ''))];
}

function emailsOf(party: Party | null): readonly string[] {
  return party === null ? [] : [...new Set(party.emails.map((email) => emailKeyOf(email.address)))];
}

function reverse(digits: string): string {
  let reversed = '';
  for (let index = digits.length - 1; index >= 0; index--) reversed += digits[index];
  return reversed;
}

function indexDigits(
  tx: WriteTx,
  seq: number,
  { old, now }: { readonly old: readonly string[]; readonly now: readonly string[] },
) {
  const [before, after] = [old.join(' '), now.join(' ')];
  if (before === after) return;
  if (before !== '') tx.write('DELETE FROM party_digits WHERE rowid = ?').run(seq);
  if (after !== '') tx.write('INSERT INTO party_digits (rowid, digits) VALUES (?, ?)').run(seq, after);
}

interface TextToIndex {
  readonly id: string;
  readonly seq: number;
  /** Null for one that is to be found no longer. */
  readonly party: Party | null;
  /** Whether it surely has no entry yet. */
  readonly isNew?: boolean;
}

/** Text is indexed late, so that the companies a new contact is linked to are in its entry at once. */
export function deferText(act: Act, { id, seq, party, isNew = false }: TextToIndex) {
  act.defer(textKey(id), () => {
    if (!isNew && hasText(act.tx, seq)) act.tx.write('DELETE FROM party_text WHERE rowid = ?').run(seq);
    if (party !== null) insertText(act.tx, seq, party);
  });
}

function hasText(tx: WriteTx, seq: number): boolean {
  return tx.readColumn<[number], number>('SELECT 1 FROM party_text_docsize WHERE id = ?').get(seq) !== undefined;
}

/** The key under which the indexing of a party's text is put off. */
export function textKey(id: string): string {
  return `party-text-${id}`;
}

function insertText(tx: WriteTx, seq: number, party: Party) {
  const companies = party.type === 'contact' ? companyTitlesOf(tx, party.id) : [];
  tx.write(insertTextSql).run(seq, ...searchTextOf(party, companies));
}

/** What a party is found by as words, folded: its name, companies, emails, tags, tax id and the rest. */
export function searchTextOf(
  party: Party,
  companies: readonly string[],
): readonly [string, string, string, string, string, string] {
  const names = [party.givenName, party.middleName, party.familyName, party.nickname, party.name, party.legalName];
  const other = [party.notes, party.jobTitle, party.industry, party.source, party.preferences, ...customTexts(party)];
  for (const address of party.addresses) other.push(address.street, address.city, address.region, address.postalCode);
  for (const messenger of party.messengers) other.push(messenger.handle);
  for (const page of party.webPages) other.push(page.url);
  return [
    foldAll(names),
    foldAll(companies),
    foldAll(party.emails.map((email) => email.address)),
    foldAll([...party.tags, ...party.groups]),
    foldAll([party.taxId]),
    foldAll(other),
  ];
}

function foldAll(texts: readonly string[]): string {
  return foldText(texts.filter((text) => text !== '').join(' '));
}

function customTexts(party: Party): readonly string[] {
  return Object.values(party.custom).flatMap((value) => (typeof value === 'boolean' ? [] : [String(value)]));
}

function companyTitlesOf(tx: WriteTx, contactId: string): readonly string[] {
  return tx
    .readRaw<[string], [string]>(
      'SELECT company.title FROM link JOIN party company ON company.id = link.company_id WHERE link.contact_id = ?',
    )
    .all(contactId)
    .map(([title]) => title);
}
