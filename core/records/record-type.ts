import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';

export interface RecordField {
  readonly column: string;
  /** Kept as JSON text. */
  readonly json?: true;
  /** Worked out from other fields by `derive`: neither stamped nor in the history. */
  readonly derived?: true;
}

/**
 * What the write path has to know of a kind of record. `Row` is the record as the core handles it: its keys are `id`
 * and those of `fields`.
 */
export interface RecordType<Row extends { readonly id: string }> {
  readonly name: string;
  readonly table: string;
  readonly fields: { readonly [Field in Exclude<keyof Row, 'id'>]: RecordField };
  /** Fills in the derived fields. */
  derive?(row: Row, act: Act): Row;
  /** Keeps what is derived from the row in other tables; `seq` is its rowid. Before is null for a new row, after for a purged one. */
  written?(change: { readonly act: Act; readonly seq: number; readonly before: Row | null; readonly after: Row | null }): void;
  /** The words that tell a person which record is meant. */
  describe(row: Row, db: ReadDb): string;
  /** Says whether other records need this one, so that undoing its creation has to leave it. */
  isNeeded?(row: Row, db: ReadDb): boolean;
  /** False for what an undo must not bring back, such as a revoked key. */
  readonly undoable?: false;
}

export type AnyRecordType = RecordType<{ readonly id: string }>;

const registry = new Map<string, AnyRecordType>();

/** Makes a kind of record known to history and undo, which meet it by name. */
export function defineRecordType<Row extends { readonly id: string }>(type: RecordType<Row>): RecordType<Row> {
  registry.set(type.name, type as unknown as AnyRecordType);
  return type;
}

/** @throws when no record type has this name */
export function recordTypeNamed(name: string): AnyRecordType {
  const type = registry.get(name);
  if (!type) throw new Error(`no record type ${name}`);
  return type;
}

/** Names of the kinds of record that an undo leaves as they are. */
export function typesNotUndone(): readonly string[] {
  return [...registry.values()].filter(({ undoable }) => undoable === false).map(({ name }) => name);
}
