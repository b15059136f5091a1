import { checkCompany } from '#core/check/check-company.ts';
import { checkDeals } from '#core/check/check-deals.ts';
import { checkDerived } from '#core/check/check-derived.ts';
import { checkTasks } from '#core/check/check-tasks.ts';
import type { CheckResult, Fault } from '#core/check/fault.ts';
import type { Connection } from '#core/database/connection.ts';

/** Looks at everything in the database at one moment, whoever is saving meanwhile. Nothing is changed. */
export function checkDatabase(
  connection: Connection,
): Pick<CheckResult, 'faults'> & { readonly parties: number; readonly acts: number } {
  return connection.snapshot(() => {
    const faults = [...checkIntegrity(connection), ...checkForeignKeys(connection), ...checkActs(connection)];
    const derived = checkDerived(connection);
    const acts = connection.readRaw<[], [number]>('SELECT count(*) FROM act').get()?.[0] ?? 0;
    return {
      faults: [...faults, ...derived.faults, ...checkDeals(connection), ...checkTasks(connection), ...checkCompany(connection)],
      parties: derived.parties,
      acts,
    };
  });
}

/** What words are found in. */
const textIndexes = ['party_text', 'party_digits', 'deal_text'] as const;

function checkIntegrity(connection: Connection): readonly Fault[] {
  // What another thread wrote since an index was last read here would be taken for damage: SQLite's check trusts what it remembers.
  for (const table of textIndexes)
    connection.readRaw<[], [number]>(`SELECT 1 FROM ${table} WHERE ${table} MATCH '"a"' LIMIT 1`).get();
  const rows = connection.pragma('integrity_check') as readonly { readonly integrity_check: string }[];
  return rows
    .map(({ integrity_check: message }) => message)
    .filter((message) => message !== 'ok')
    .map((message) => ({ code: 'integrity', message }));
}

function checkForeignKeys(connection: Connection): readonly Fault[] {
  const rows = connection.pragma('foreign_key_check') as readonly { readonly table: string }[];
  const counts = new Map<string, number>();
  for (const { table } of rows) counts.set(table, (counts.get(table) ?? 0) + 1);
  return [...counts].map(([table, count]) => ({ code: 'foreignKey', table, count }));
}

/** An act's own count of records against the history it has. */
function checkActs(connection: Connection): readonly Fault[] {
  return connection
    .read<[], { id: string; said: number; found: number }>(
      `SELECT id, records AS said, coalesce(found, 0) AS found
       FROM act LEFT JOIN (SELECT act_seq, count(*) AS found FROM history GROUP BY act_seq) ON act_seq = act.seq
       WHERE said <> coalesce(found, 0)`,
    )
    .all()
    .map((row) => ({ code: 'actCount', ...row }));
}
