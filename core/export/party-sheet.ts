import Papa from 'papaparse';
import { readCustomFields } from '#core/custom-field/commands.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { formulaStart } from '#core/export/formula.ts';
import { partyRecord } from '#core/party/party-record.ts';
import type { Party } from '#core/party/party.ts';
import { decodeRow } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { Address } from '#shared/party/fields.ts';

/** A column of a sheet: the message that heads it, and what stands in it. */
type Column = readonly [header: MessageKey, value: (party: Party) => string];

const names: Readonly<Record<Party['type'], readonly Column[]>> = {
  contact: [
    ['party.field.givenName', (party) => party.givenName],
    ['party.field.middleName', (party) => party.middleName],
    ['party.field.familyName', (party) => party.familyName],
    ['party.field.jobTitle', (party) => party.jobTitle],
    ['party.field.birthday', (party) => party.birthday ?? ''],
  ],
  company: [
    ['party.field.name', (party) => party.name],
    ['party.field.legalName', (party) => party.legalName],
    ['party.field.industry', (party) => party.industry],
  ],
};

const common: readonly Column[] = [
  ['party.field.phones', (party) => party.phones.map((phone) => phone.e164 ?? phone.raw).join(', ')],
  ['party.field.emails', (party) => party.emails.map(({ address }) => address).join(', ')],
  ['party.field.addresses', (party) => party.addresses.map(inOneLine).join('; ')],
  ['party.field.taxId', (party) => party.taxId],
  ['party.field.tags', (party) => party.tags.join(', ')],
  ['party.field.groups', (party) => party.groups.join(', ')],
  ['party.field.source', (party) => party.source],
  ['party.field.notes', (party) => party.notes],
];

/**
 * The contacts or companies in use as lines of CSV that Excel opens, headed in the user's language: to be read by people.
 * What is restored is in the other entries of an archive.
 */
export function* partySheet(db: ReadDb, type: Party['type']): Generator<string> {
  const { head, line } = partySheetOf(db, type);
  yield head;
  const rows = db.read<[string], Record<string, unknown>>(
    'SELECT * FROM party WHERE type = ? AND deleted_at IS NULL ORDER BY sort_key, id',
  );
  for (const row of rows.iterate(type)) yield line(decodeRow(partyRecord, row));
}

interface Sheet {
  readonly head: string;
  line(party: Party): string;
}

/** The lines of such a sheet one by one; of contacts and companies both for null. */
export function partySheetOf(db: ReadDb, type: Party['type'] | null): Sheet {
  const { language } = readSettings(db);
  const columns = [...(type === null ? [...names.company, ...names.contact] : names[type]), ...common];
  const custom = readCustomFields(db).filter(
    ({ partyType }) => partyType !== 'deal' && (partyType === null || type === null || partyType === type),
  );
  return {
    // The mark tells Excel that it is UTF-8.
    head: `\uFEFF${toLine([...columns.map(([header]) => messageText(header, language)), ...custom.map(({ label }) => label)])}`,
    line: (party) =>
      toLine([...columns.map(([, value]) => value(party)), ...custom.map(({ key }) => String(party.custom[key] ?? ''))]),
  };
}

function toLine(cells: readonly string[]): string {
  return Papa.unparse([[...cells]], { delimiter: ';', escapeFormulae: formulaStart });
}

function inOneLine({ street, postalCode, city, region, country }: Partial<Address>): string {
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [street, town, region, country].filter(Boolean).join(', ');
}
