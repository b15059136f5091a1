import type { Fault } from '#core/check/fault.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { emailKeyOf, searchDigitsOf } from '#core/party/party-index.ts';
import { isInUse } from '#core/party/party.ts';
import type { Party } from '#core/party/party.ts';
import { partyRecord } from '#core/party/party-record.ts';
import { decodeRow } from '#core/records/write.ts';

/** A table derived from parties: what each party in use should have in it, and how to look for that. */
interface Derived {
  readonly table: string;
  /** Rows that hold one entry each. */
  readonly rows: string;
  readonly entriesOf: (party: Party) => readonly (readonly string[])[];
  /** Finds an entry by the party's rowid and the entry's values. */
  readonly find: string;
}

const derived: readonly Derived[] = [
  {
    table: 'party_phone',
    rows: 'party_phone',
    entriesOf: (party) => digitsOf(party).map((digits) => [digits, [...digits].reverse().join('')]),
    find: 'SELECT 1 FROM party_phone WHERE party_seq = ? AND digits = ? AND reversed = ?',
  },
  {
    table: 'party_email',
    rows: 'party_email',
    entriesOf: (party) => distinct(party.emails.map(({ address }) => emailKeyOf(address))).map((address) => [address]),
    find: 'SELECT 1 FROM party_email WHERE party_seq = ? AND address = ?',
  },
  {
    table: 'party_tag',
    rows: 'party_tag',
    entriesOf: (party) => distinct(party.tags).map((tag) => [tag]),
    find: 'SELECT 1 FROM party_tag WHERE party_seq = ? AND tag = ?',
  },
  {
    table: 'party_group',
    rows: 'party_group',
    entriesOf: (party) => distinct(party.groups).map((group) => [group]),
    find: 'SELECT 1 FROM party_group WHERE party_seq = ? AND name = ?',
  },
  {
    table: 'party_text',
    rows: 'party_text_docsize',
    entriesOf: () => [[]],
    find: 'SELECT 1 FROM party_text_docsize WHERE id = ?',
  },
  {
    table: 'party_digits',
    rows: 'party_digits_docsize',
    entriesOf: (party) => (digitsOf(party).length > 0 ? [[]] : []),
    find: 'SELECT 1 FROM party_digits_docsize WHERE id = ?',
  },
];

/** Compares every derived table with the parties it is derived from, which are read one by one. */
export function checkDerived(db: ReadDb): { readonly faults: readonly Fault[]; readonly parties: number } {
  const faults: Fault[] = [];
  const tallies = derived.map(() => ({ found: 0, missing: 0, id: '' }));
  let parties = 0;
  for (const { seq, id, party } of readParties(db)) {
    parties += 1;
    if (!party) faults.push({ code: 'unreadable', table: 'party', id });
    if (!party || !isInUse(party)) continue;
    for (const [index, { entriesOf, find }] of derived.entries()) {
      const tally = tallies[index];
      for (const entry of entriesOf(party)) {
        const isThere = db.readRaw<(number | string)[], [number]>(find).get(seq, ...entry) !== undefined;
        if (tally && isThere) tally.found += 1;
        else if (tally) Object.assign(tally, { missing: tally.missing + 1, id: tally.id || id });
      }
    }
  }
  for (const [index, { table, rows }] of derived.entries()) {
    const { found, missing, id } = tallies[index] ?? { found: 0, missing: 0, id: '' };
    const extra = (db.readRaw<[], [number]>(`SELECT count(*) FROM ${rows}`).get()?.[0] ?? 0) - found;
    if (missing > 0 || extra > 0) faults.push({ code: 'derived', table, missing, extra, id });
  }
  return { faults, parties };
}

function* readParties(db: ReadDb): Generator<{ readonly seq: number; readonly id: string; readonly party: Party | undefined }> {
  const page = db.read<[number], Record<string, unknown>>('SELECT * FROM party WHERE seq > ? ORDER BY seq LIMIT 1000');
  for (let last = Number.MIN_SAFE_INTEGER; ;) {
    const rows = page.all(last);
    if (rows.length === 0) return;
    for (const row of rows) yield { seq: row['seq'] as number, id: row['id'] as string, party: tryDecode(row) };
    last = rows.at(-1)?.['seq'] as number;
  }
}

function tryDecode(row: Record<string, unknown>): Party | undefined {
  try {
    const party = decodeRow(partyRecord, row);
    const lists = [party.phones, party.emails, party.addresses, party.messengers, party.webPages, party.tags, party.groups];
    return lists.every((list) => Array.isArray(list)) ? party : undefined;
  } catch {
    return undefined;
  }
}

function digitsOf(party: Party): readonly string[] {
  return distinct(party.phones.map(searchDigitsOf)).filter((digits) => digits !== '');
}

function distinct(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)];
}
