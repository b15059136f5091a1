import { connect } from '#core/database/connection.ts';
import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import { databasePath } from '#core/database/open-database.ts';
import { insertTextSql, searchTextOf } from '#core/party/party-index.ts';
import { partyRecord } from '#core/party/party-record.ts';
import { decodeRow } from '#core/records/write.ts';

/** Mebibytes, as many as an import is given. */
const cacheSize = 256;

interface RowsOfTable {
  readonly sql: string;
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * Milliseconds of processor time it takes to insert, bare and in one transaction, the same rows that were added to one copy of a base into
 * another: records, history, search tables. What an import or the demo could reach if it did nothing else.
 */
export function timeBareInserts(source: string, target: string): number {
  const from = connect(databasePath(source), { readonly: true });
  const into = connect(databasePath(target), { cacheSize });
  const rows = addedRows(from, into);
  from.close();
  const usageBefore = process.cpuUsage();
  into.transaction((tx) => {
    for (const table of rows) insertAll(tx, table);
  });
  const { user, system } = process.cpuUsage(usageBefore);
  into.close();
  return (user + system) / 1000;
}

function insertAll(tx: WriteTx, { sql, rows }: RowsOfTable) {
  const statement = tx.write<unknown[]>(sql);
  for (const row of rows) statement.run(...row);
}

/** What the source has that the target doesn't, in order of creation, ready to be inserted. */
function addedRows(from: ReadDb, into: ReadDb): readonly RowsOfTable[] {
  const last = (table: string) => into.readRaw<[], [number | null]>(`SELECT max(rowid) FROM ${table}`).get()?.[0] ?? 0;
  const since = (table: string, column = 'rowid', after = last(table)): RowsOfTable => {
    const rows = from.readRaw<[number], unknown[]>(`SELECT * FROM ${table} WHERE ${column} > ? ORDER BY ${column}`).all(after);
    return { sql: `INSERT INTO ${table} VALUES (${(rows[0] ?? []).map(() => '?').join(', ')})`, rows };
  };
  const lastParty = last('party');
  const ofParties = ['party_phone', 'party_email', 'party_tag', 'party_group'].map((table) =>
    since(table, 'party_seq', lastParty),
  );
  const tables = [
    since('user'),
    since('act'),
    since('party'),
    since('link'),
    since('history'),
    ...ofParties,
    ...searchRows(from, lastParty),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function searchRows(from: ReadDb, lastParty: number): readonly RowsOfTable[] {
  const texts: unknown[][] = [];
  const digits: unknown[][] = [];
  const companies = from.readRaw<[string], [string]>(
    'SELECT company.title FROM link JOIN party company ON company.id = link.company_id WHERE link.contact_id = ?',
  );
  const parties = from.read<[number], Record<string, unknown>>('SELECT * FROM party WHERE seq > ? ORDER BY seq');
  for (const row of parties.iterate(lastParty)) {
    const party = decodeRow(partyRecord, row);
    const titles = party.type === 'contact' ? companies.all(party.id).map(([title]) => title) : [];
    texts.push([row['seq'], ...searchTextOf(party, titles)]);
    const all = [...new Set(party.phones.map((phone) => phone.e164?.slice(1) ?? ''))].filter((text) => text !== '').join(' ');
    if (all !== '') digits.push([row['seq'], all]);
  }
  return [
    { sql: insertTextSql, rows: texts },
    { sql: 'INSERT INTO party_digits (rowid, digits) VALUES (?, ?)', rows: digits },
  ];
}
