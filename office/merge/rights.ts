import { keyOf } from '#shared/sync/record-key.ts';
import { isThere } from '#shared/sync/record-state.ts';
import type { RecordChange, RecordState } from '#shared/sync/record-state.ts';
import type { RefusalCode } from '#shared/sync/protocol.ts';
import { everybody, mayBecome, mayWrite, scopeRuleOf } from '#shared/sync/scope-rules.ts';
import type { HeldRecord } from '#office/merge/held-record.ts';
import type { Work, Writer } from '#office/merge/work.ts';

/** Whether a branch has records of these scopes; null is head office, which has all. */
export function isWithin(scopes: readonly string[], branchId: string | null): boolean {
  return branchId === null || scopes.includes(everybody) || scopes.includes(branchId);
}

/** What the writer had once and has no longer. */
export interface Losses {
  /** Since the writer last heard of head office: what it wrote meanwhile still counts. */
  readonly unheard: ReadonlySet<string>;
  /** All, heard of or not. */
  readonly all: ReadonlySet<string>;
}

interface Located {
  readonly type: string;
  readonly id: string;
  readonly scopes: readonly string[];
}

/** Reads which of the records that the writer doesn't have it had before. */
export async function readLosses({ tx, writer }: Work, records: readonly Located[]): Promise<Losses> {
  const hidden = records.filter(({ scopes }) => !isWithin(scopes, writer.branchId));
  if (hidden.length === 0 || writer.branchId === null) return { unheard: new Set(), all: new Set() };
  const rows = await tx.all<{ scope: string; type: string; id: string; seq: number }>(
    `SELECT entry.scope, entry.type, entry.id, entry.seq
     FROM (SELECT value ->> 0 AS scope, value ->> 1 AS type, value ->> 2 AS id FROM json_each(?)) AS wanted CROSS JOIN entry
     WHERE entry.scope = wanted.scope AND entry.type = wanted.type AND entry.id = wanted.id`,
    JSON.stringify(hidden.flatMap(({ type, id }) => [everybody, writer.branchId].map((scope) => [scope, type, id]))),
  );
  const late = rows.filter(({ scope, seq, type }) => seq > writer.cursor && (scope !== everybody || !isOfDeal(type)));
  return { unheard: new Set(late.map(keyOf)), all: new Set(rows.map(keyOf)) };
}

/** What was everybody's to read wasn't everybody's to write, where a deal is concerned. */
function isOfDeal(type: string): boolean {
  return type === 'deal' || Object.values(scopeRuleOf(type)?.parents ?? {}).includes('deal');
}

export interface Judged {
  readonly change: RecordChange;
  readonly before: HeldRecord | null;
  readonly losses: Losses;
}

/**
 * Says why a change can't be taken, as far as the record is concerned as it was before. Whoever never had a record isn't told whether
 * there is one.
 */
export function refusalBefore({ branchId, brings }: Writer, { change, before, losses }: Judged): RefusalCode | null {
  if (branchId === null) return null;
  const isOffices = scopeRuleOf(change.type)?.writers === 'office';
  if (isOffices) return brings && before === null ? null : 'notYours';
  if (!before) return null;
  const key = keyOf(change);
  if (!isWithin(before.scopes, branchId)) {
    if (losses.unheard.has(key)) return null;
    return change.base === null && change.gone === null && !losses.all.has(key) ? 'wholeNeeded' : 'outOfScope';
  }
  return mayWrite(before.state, { home: before.home, scopes: new Set(before.scopes) }, branchId) ? null : 'notYours';
}

/** Says why a record can't become what a change makes of it. */
export function refusalAfter({ branchId }: Writer, before: HeldRecord | null, after: RecordState): RefusalCode | null {
  if (branchId === null || !before || !isThere(before.state)) return null;
  return mayBecome(before.state, isThere(after) ? after : null) ? null : 'notYours';
}
