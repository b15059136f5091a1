import { recordTypeNamed } from '#core/records/record-type.ts';
import { readState } from '#core/sync/local-state.ts';
import type { Copy } from '#test/simulator/copy.ts';
import type { Hub } from '#test/simulator/hub.ts';
import { isSynced, syncedTypes } from '#shared/sync/scope-rules.ts';
import { isThere } from '#shared/sync/record-state.ts';

/** A value that somebody was told is saved. */
export interface Saved {
  readonly copy: string;
  readonly type: string;
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  readonly stamp: string;
}

/** All that was acknowledged to people, to be looked for at the end. */
export interface Ledger {
  readonly saved: readonly Saved[];
  /** Notes what a copy's acts wrote since it was asked last. */
  note(copy: Copy): readonly Saved[];
  /** What a copy did since then isn't to be looked at: it was put back, or is another's. */
  forget(copy: Copy, isLost: (saved: Saved) => boolean): void;
  begin(copy: Copy): void;
  /** Head office's data was put back: what it said it had, and nobody has any more, is beyond anybody. */
  forgetWhatNobodyHas(copies: readonly Copy[], hub: Pick<Hub, 'heard' | 'restamped'>): void;
}

export function createLedger(): Ledger {
  // Of what one copy wrote into a field only the last counts: it saw what was there before.
  const last = new Map<string, Saved>();
  const seen = new Map<string, { readonly history: number; readonly stamp: string }>();
  const where = (copy: Copy) => ({
    history: copy.connection.readColumn<[], number | null>('SELECT max(seq) FROM history').get() ?? 0,
    stamp: copy.connection.readColumn<[], string>("SELECT value FROM meta WHERE key = 'lastStamp'").get() ?? '',
  });
  return {
    get saved() {
      return [...last.values()];
    },
    forgetWhatNobodyHas(copies, { heard, restamped }) {
      const held = copies.map(stampsOf).join('\n');
      for (const [key, { stamp }] of last)
        if (heard.has(stamp) && !held.includes(restamped.get(stamp) ?? stamp)) last.delete(key);
    },
    begin: (copy) => void seen.set(copy.name, where(copy)),
    note(copy) {
      const before = seen.get(copy.name) ?? { history: 0, stamp: '' };
      seen.set(copy.name, where(copy));
      const found = touchedSince(copy, before.history).flatMap((record) => writtenSince(copy, record, before.stamp));
      for (const one of found) last.set(`${one.copy}|${one.type}|${one.id}|${one.field}`, one);
      return found;
    },
    forget(copy, isLost) {
      for (const [key, one] of last) if (one.copy === copy.name && isLost(one)) last.delete(key);
      seen.set(copy.name, where(copy));
    },
  };
}

interface Touched {
  readonly type: string;
  readonly id: string;
}

function touchedSince({ connection }: Copy, history: number): readonly Touched[] {
  return connection
    .read<[number], Touched>(
      `SELECT DISTINCT record_type AS type, record_id AS id FROM history JOIN act ON act.seq = act_seq
       WHERE history.seq > ? AND act.kind <> 'sync' ORDER BY history.seq`,
    )
    .all(history)
    .filter(({ type, id }) => isSynced(type, id));
}

function writtenSince({ name, connection }: Copy, { type, id }: Touched, last: string): readonly Saved[] {
  const state = readState(connection, type, id);
  if (!state) return [];
  if (!isThere(state)) return [{ copy: name, type, id, field: '', value: null, stamp: state.gone ?? '' }];
  return Object.entries(state.fields).flatMap(([field, value]) => {
    const stamp = state.stamps[field] ?? state.base;
    return stamp > last ? [{ copy: name, type, id, field, value, stamp }] : [];
  });
}

/** All stamps that a copy has anywhere. */
function stampsOf({ connection }: Copy): string {
  const tables = syncedTypes.map((type) => `SELECT stamp || coalesce(field_stamps, '') FROM ${recordTypeNamed(type).table}`);
  const others = [
    "SELECT coalesce(gone, '') FROM tombstone",
    'SELECT state FROM sync_waiting',
    'SELECT packed FROM outbox_batch',
  ];
  return [...tables, ...others].flatMap((sql) => connection.readColumn<[], string>(sql).all()).join('\n');
}
