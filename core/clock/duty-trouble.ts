import type { ReadDb } from '#core/database/connection.ts';
import type { Store } from '#core/records/store.ts';

/** A duty that failed when it was tried last. */
export interface DutyTrouble {
  readonly name: string;
  /** What was thrown, in its words. */
  readonly message: string;
  /** UTC milliseconds. */
  readonly since: number;
  readonly lastAt: number;
  /** How often in a row. */
  readonly failures: number;
}

const prefix = 'dutyTrouble.';

/** Which duties fail at present; kept in the data, so that every program can tell. */
export function readDutyTroubles(db: ReadDb): readonly DutyTrouble[] {
  const rows = db.read<[string, string], { value: string }>('SELECT value FROM meta WHERE key >= ? AND key < ? ORDER BY key');
  return rows.all(prefix, `${prefix}\u{10ffff}`).map(({ value }) => JSON.parse(value) as DutyTrouble);
}

export function keepDutyTrouble({ connection }: Store, trouble: DutyTrouble): void {
  connection.transaction((tx) =>
    tx
      .write('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
      .run(prefix + trouble.name, JSON.stringify(trouble)),
  );
}

export function forgetDutyTrouble({ connection }: Store, name: string): void {
  connection.transaction((tx) => tx.write('DELETE FROM meta WHERE key = ?').run(prefix + name));
}
