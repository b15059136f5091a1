import type { ReadDb } from '#core/database/connection.ts';

export type Row = Readonly<Record<string, string | number | null>>;
/** The rows of every table as they are in the file. */
export type Dump = Readonly<Record<string, readonly Row[]>>;

/** Tables whose rows belong to somebody or tell of something. */
export const dumped = `party link activity file consent lead deal deal_contact deal_line stage_visit document payment task
  notice automation_run automation_step conflict history act user stage role`.split(/\s+/);

export function dumpOf(db: ReadDb): Dump {
  return Object.fromEntries(dumped.map((table) => [table, db.read<[], Row>(`SELECT * FROM ${table}`).all()]));
}
