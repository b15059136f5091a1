import { isThere, stampOf } from '#shared/sync/record-state.ts';
import type { RecordChange, RecordState } from '#shared/sync/record-state.ts';
import type { HeldRecord } from '#office/merge/held-record.ts';

/**
 * A record as changes, one for each person who wrote what is sent: of the whole, the part of its maker comes with the record's own stamp.
 * @param since only fields written later are sent; null sends the whole
 */
export function toChanges({ state, made, seqs }: HeldRecord, since: number | null): readonly RecordChange[] {
  const { type, id, gone } = state;
  const maker = state.authors[''] ?? '';
  const none = { type, id, base: null, gone: null, stamps: {}, fields: {}, seen: {}, by: maker };
  if (!isThere(state)) return [{ ...none, gone }];
  if (since === null || made > since) return wholeOf(state, none);
  const fields = Object.keys(state.fields).filter((field) => (seqs[field] ?? made) > since);
  return [...byAuthor(state, fields)].map(([by, names]) => ({ ...none, by, ...partOf(state, names) }));
}

function wholeOf(state: RecordState, none: RecordChange): readonly RecordChange[] {
  // A copy that never heard of the removal before it was made again drops what is left of then.
  const { base, gone, stamps } = state;
  const maker = none.by;
  const groups = byAuthor(state, Object.keys(state.fields));
  const own = groups.get(maker) ?? [];
  groups.delete(maker);
  const whole = {
    ...none,
    base,
    gone,
    stamps: pick(stamps, own),
    fields: pick(state.fields, own),
  };
  return [whole, ...[...groups].map(([by, names]) => ({ ...none, by, ...partOf(state, names) }))];
}

function byAuthor({ authors }: RecordState, fields: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const field of fields) {
    const author = authors[field] ?? authors[''] ?? '';
    const group = groups.get(author);
    if (group) group.push(field);
    else groups.set(author, [field]);
  }
  return groups;
}

function partOf(state: RecordState, names: readonly string[]): Pick<RecordChange, 'fields' | 'stamps'> {
  return {
    fields: pick(state.fields, names),
    stamps: Object.fromEntries(names.map((name) => [name, stampOf(state, name)])),
  };
}

function pick<Value>(values: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(names.flatMap((name) => (name in values ? [[name, values[name] as Value]] : [])));
}

/** What makes a record comes before what changes it, and stays so when the changes are packed. */
export function inOrder(changes: readonly RecordChange[]): readonly RecordChange[] {
  return [...changes.filter(({ base }) => base !== null), ...changes.filter(({ base }) => base === null)];
}
