import type { ReadDb } from '#core/database/connection.ts';
import type { Act, ActKind } from '#core/records/act.ts';

export interface RecordField {
  readonly column: string;
  /** Kept as JSON text. */
  readonly json?: true;
  /** Worked out from other fields by `derive`: neither stamped nor in the history. */
  readonly derived?: true;
  /** Written along with other fields: where two copies wrote it, the later one stands and nobody is asked. */
  readonly quiet?: true;
  /** An object whose keys are written independently of each other, and travel as `field.key`. */
  readonly keyed?: true;
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
  /**
   * Columns that name a record this one hangs on: undoing or purging that one has to mind this one, which is purged with
   * it (`purge`) or only loses the reference (`clear`).
   */
  readonly references?: readonly Reference[];
  /** The words that tell a person which record is meant. */
  describe(row: Row, db: ReadDb): string;
  /** Says whether other records need this one, so that undoing its creation has to leave it. */
  isNeeded?(row: Row, db: ReadDb): boolean;
  /**
   * False for what an undo must not bring back, such as a revoked key; kinds of act, where only theirs are undone: a payment
   * stands once it was entered, but goes with the restored archive that brought it.
   */
  readonly undoable?: false | readonly ActKind[];
  /** A new record is of the branch it was made in, if its `branchId` doesn't say another. */
  readonly ofBranch?: true;
  /** What is kept beside the row and travels with it. */
  readonly carried?: Carried;
}

/** Something kept in another table that can't be worked out again elsewhere, under the name of a field. */
export interface Carried {
  readonly field: string;
  /** The fields with which it changes. */
  readonly follows: readonly string[];
  read(db: ReadDb, id: string): unknown;
  write(act: Act, id: string, value: unknown): void;
}

/** A field that holds another record's id. */
export interface Reference {
  readonly field: string;
  readonly to: string;
  readonly onPurge: 'purge' | 'clear';
}

export type AnyRecordType = RecordType<{ readonly id: string }>;

const registry = new Map<string, AnyRecordType>();

/** Makes a kind of record known to history and undo, which meet it by name. */
export function defineRecordType<Row extends { readonly id: string }>(type: RecordType<Row>): RecordType<Row> {
  registry.set(type.name, type as unknown as AnyRecordType);
  return type;
}

/** A kind of record that this program knows. */
export function findRecordType(name: string): AnyRecordType | undefined {
  return registry.get(name);
}

/** @throws when no record type has this name */
export function recordTypeNamed(name: string): AnyRecordType {
  const type = findRecordType(name);
  if (!type) throw new Error(`no record type ${name}`);
  return type;
}

/** Names of every kind of record. */
export function recordTypeNames(): readonly string[] {
  return [...registry.keys()];
}

/** Says whether an undo of an act of this kind takes back what it did to records of a type. */
export function isUndone({ undoable }: Pick<AnyRecordType, 'undoable'>, kind: ActKind): boolean {
  return undoable === undefined || (undoable !== false && undoable.includes(kind));
}

/** The kinds of record that an undo leaves as they are, but after acts of the kinds named. */
export function typesNotUndone(): readonly { readonly name: string; readonly exceptIn: readonly ActKind[] }[] {
  return [...registry.values()].flatMap(({ name, undoable }) =>
    undoable === undefined ? [] : [{ name, exceptIn: undoable || [] }],
  );
}

/** Every kind of record that hangs on records of the kind named, and by which field. */
export function typesReferringTo(name: string): readonly { readonly type: AnyRecordType; readonly reference: Reference }[] {
  return [...registry.values()].flatMap((type) =>
    (type.references ?? []).filter(({ to }) => to === name).map((reference) => ({ type, reference })),
  );
}

/** All references there are. */
export function allReferences(): readonly { readonly type: AnyRecordType; readonly reference: Reference }[] {
  return [...registry.values()].flatMap((type) => (type.references ?? []).map((reference) => ({ type, reference })));
}

/** The column a field is kept in. */
export function columnOf(type: AnyRecordType, field: string): string {
  const column = (type.fields as Readonly<Record<string, RecordField>>)[field]?.column;
  if (!column) throw new Error(`${type.name} has no field ${field}`);
  return column;
}
