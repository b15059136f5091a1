import type { ReadDb } from '#core/database/connection.ts';
import { partyRecord } from '#core/party/party-record.ts';
import type { Party } from '#core/party/party.ts';
import { readRecord } from '#core/records/write.ts';
import type { Address, Email, Phone } from '#shared/party/fields.ts';
import type { PartyRow } from '#shared/party/contract.ts';

/** A party by id, in use or in the recycle bin. */
export function findParty(db: ReadDb, id: string): Party | undefined {
  return readRecord(db, partyRecord, id)?.row;
}

interface PartyRowColumns {
  readonly seq: number;
  readonly id: string;
  readonly type: PartyRow['type'];
  readonly kind: PartyRow['kind'];
  readonly is_key: 0 | 1;
  readonly title: string;
  readonly job_title: string;
  readonly phones: string;
  readonly emails: string;
  readonly addresses: string;
  readonly tags: string;
  readonly tax_id: string;
  readonly source: string;
  readonly birthday: string | null;
  readonly do_not_contact: string;
  readonly custom: string;
  readonly created_at: number;
  readonly updated_at: number;
  readonly deleted_at: number | null;
}

/** List lines of the parties with these rowids, in their order; those gone since are left out. */
export function readPartyRows(db: ReadDb, seqs: Iterable<number>): readonly PartyRow[] {
  const bySeq = db.read<[number], PartyRowColumns>(
    `SELECT seq, id, type, kind, is_key, title, job_title, phones, emails, addresses, tags, tax_id, source, birthday, do_not_contact, custom,
       created_at, updated_at, deleted_at FROM party WHERE seq = ?`,
  );
  const company = db.readRaw<[string], [string]>(
    'SELECT company.title FROM link JOIN party company ON company.id = link.company_id WHERE link.contact_id = ? ORDER BY link.created_at LIMIT 1',
  );
  const rows: PartyRow[] = [];
  for (const seq of seqs) {
    const columns = bySeq.get(seq);
    if (columns) rows.push(toPartyRow(columns, columns.type === 'contact' ? (company.get(columns.id)?.[0] ?? '') : ''));
  }
  return rows;
}

/** The list line of a whole party. */
export function partyRowOf(db: ReadDb, id: string): PartyRow | undefined {
  const seq = db.readRaw<[string], [number]>('SELECT seq FROM party WHERE id = ?').get(id)?.[0];
  return seq === undefined ? undefined : readPartyRows(db, [seq])[0];
}

function toPartyRow(columns: PartyRowColumns, company: string): PartyRow {
  const phones = parseList<Phone>(columns.phones);
  return {
    id: columns.id,
    type: columns.type,
    kind: columns.kind,
    isKey: columns.is_key === 1,
    title: columns.title,
    company,
    jobTitle: columns.job_title,
    phones: phones.map((phone) => phone.e164 ?? phone.raw),
    emails: parseList<Email>(columns.emails).map((email) => email.address),
    city: parseList<Address>(columns.addresses).find((address) => address.city !== '')?.city ?? '',
    tags: parseList<string>(columns.tags),
    taxId: columns.tax_id,
    source: columns.source,
    birthday: columns.birthday,
    doNotContact: parseList<PartyRow['doNotContact'][number]>(columns.do_not_contact),
    custom: JSON.parse(columns.custom) as PartyRow['custom'],
    createdAt: columns.created_at,
    updatedAt: columns.updated_at,
    deletedAt: columns.deleted_at,
  };
}

function parseList<Element>(json: string): Element[] {
  return json === '[]' ? [] : (JSON.parse(json) as Element[]);
}
