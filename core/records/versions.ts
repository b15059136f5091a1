import type { Act } from '#core/records/act.ts';
import type { RecordVersion } from '#core/records/outgoing.ts';
import type { RecordField, RecordType } from '#core/records/record-type.ts';
import type { Stamp } from '#shared/sync/stamp.ts';

// By what other copies know what was written: stamps of fields, and marks of what is to be sent.

type Values = Record<string, unknown>;
type AnyType = Pick<RecordType<{ readonly id: string }>, 'fields'> & { readonly name: string };

/** What tells the version of a record that was read. */
export function versionOf({ stamp, fieldStamps }: { readonly stamp: Stamp; readonly fieldStamps: string | null }): RecordVersion {
  return { base: stamp, gone: null, stamps: fieldStamps ? (JSON.parse(fieldStamps) as Record<string, Stamp>) : {} };
}

/** The names under which changed fields are stamped: each key of a keyed field by itself, and what travels along. */
export function stampedNames(
  type: Pick<RecordType<{ readonly id: string }>, 'fields' | 'carried'>,
  recorded: readonly string[],
  { before, after }: { readonly before: Values; readonly after: Values },
): readonly string[] {
  const fields = type.fields as Readonly<Record<string, RecordField>>;
  const names = recorded.flatMap((name) => (fields[name]?.keyed ? changedKeys(name, before[name], after[name]) : [name]));
  return type.carried?.follows.some((name) => recorded.includes(name)) ? [...names, type.carried.field] : names;
}

function changedKeys(name: string, before: unknown, after: unknown): readonly string[] {
  const [one, other] = [before ?? {}, after ?? {}] as [Values, Values];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => !isSame(one[key], other[key])).map((key) => `${name}.${key}`);
}

/** Stamps fields that changed. @returns the stamps of all that were ever changed, as JSON */
export function stampFields(act: Act, fieldStamps: string | null, fields: readonly string[]): string | null {
  if (fields.length === 0) return fieldStamps;
  const stamps = fieldStamps ? (JSON.parse(fieldStamps) as Record<string, string>) : {};
  const stamp = act.nextStamp();
  for (const field of fields) stamps[field] = stamp;
  return JSON.stringify(stamps);
}

interface VersionWritten {
  readonly id: string;
  readonly before: RecordVersion | null;
  readonly after: RecordVersion;
  /** The names that were stamped; null when all of the record is new, or gone. */
  readonly recorded: readonly string[] | null;
  readonly isBinned?: boolean;
}

/** Marks what was written, for other copies. */
export function markOutgoing(act: Act, type: AnyType, { id, before, after, recorded, isBinned = false }: VersionWritten) {
  if (!act.outgoing) return;
  const quiet = quietFieldsOf(type);
  const carried = (type as Pick<RecordType<{ readonly id: string }>, 'carried'>).carried?.field;
  const isQuiet = (name: string) => quiet.has(name) || name === carried;
  act.outgoing.mark({
    type: type.name,
    id,
    before,
    after,
    author: act.actor.name,
    isBinned,
    fields: recorded?.filter((name) => !isQuiet(name)) ?? null,
    quietFields: recorded?.filter(isQuiet) ?? [],
  });
}

const quietFields = new WeakMap<object, ReadonlySet<string>>();

function quietFieldsOf({ fields }: AnyType): ReadonlySet<string> {
  let found = quietFields.get(fields);
  if (!found) {
    const entries = Object.entries(fields as Readonly<Record<string, RecordField>>);
    quietFields.set(fields, (found = new Set(entries.flatMap(([name, { quiet }]) => (quiet ? [name] : [])))));
  }
  return found;
}

export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  return JSON.stringify(one) === JSON.stringify(other);
}
