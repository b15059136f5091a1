import type { WriteTx } from '#core/database/connection.ts';
import { recordTypeNamed, recordTypeNames } from '#core/records/record-type.ts';
import { decodeRow } from '#core/records/write.ts';

/** A row that was saved, but hangs on one that wasn't, or can't be understood. */
export interface LooseRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

interface ForeignKey {
  readonly table: string;
  readonly column: string;
  readonly parent: string;
  readonly parentColumn: string;
  /** Whether the column may say nothing. */
  readonly isOptional: boolean;
}

/** Removes what hangs on nothing, and what no program could read; a reference that may be empty becomes so. @param take told of each row removed */
export function dropLoose(tx: WriteTx, take: (row: LooseRow) => void) {
  dropUnreadable(tx, take);
  const keys = foreignKeys(tx);
  // What was removed may have been what something else hangs on.
  for (let isChanged = true; isChanged;) isChanged = keys.map((key) => settleKey(tx, key, take)).some(Boolean);
}

function settleKey(
  tx: WriteTx,
  { table, column, parent, parentColumn, isOptional }: ForeignKey,
  take: (row: LooseRow) => void,
): boolean {
  const loose = `FROM "${table}" AS child WHERE "${column}" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "${parent}" WHERE "${parent}"."${parentColumn}" = child."${column}")`;
  const rows = tx.read<[], Record<string, unknown>>(`SELECT * ${loose}`).all();
  if (rows.length === 0) return false;
  for (const row of rows) take({ table, row });
  if (isOptional) tx.write(`UPDATE "${table}" AS child SET "${column}" = NULL ${loose.slice(loose.indexOf('WHERE'))}`).run();
  else tx.write(`DELETE ${loose}`).run();
  return true;
}

function foreignKeys(tx: WriteTx): readonly ForeignKey[] {
  const tables = tx
    .readColumn<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%REFERENCES%'")
    .all();
  return tables.flatMap((table) =>
    tx
      .read<[string], { from: string; parent: string; to: string | null }>(
        'SELECT "from", "table" AS parent, "to" FROM pragma_foreign_key_list(?)',
      )
      .all(table)
      .map(({ from, parent, to }) => ({
        table,
        column: from,
        parent,
        parentColumn: to ?? 'id',
        isOptional: isOptional(tx, table, from),
      })),
  );
}

function isOptional(tx: WriteTx, table: string, column: string): boolean {
  const info = tx.read<[string, string], { notnull: number; pk: number }>(
    'SELECT "notnull", pk FROM pragma_table_info(?) WHERE name = ?',
  );
  const found = info.get(table, column);
  return found?.notnull === 0 && found.pk === 0;
}

function dropUnreadable(tx: WriteTx, take: (row: LooseRow) => void) {
  for (const type of recordTypeNames().map(recordTypeNamed)) {
    const page = tx.read<[string], Record<string, unknown>>(`SELECT * FROM "${type.table}" WHERE id > ? ORDER BY id LIMIT 1000`);
    for (let rows = page.all(''); rows.length > 0; rows = page.all(String(rows.at(-1)?.['id'])))
      for (const row of rows) {
        if (canDecode(() => decodeRow(type, row))) continue;
        take({ table: type.table, row });
        tx.write(`DELETE FROM "${type.table}" WHERE id = ?`).run(row['id']);
      }
  }
}

function canDecode(decode: () => unknown): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}
