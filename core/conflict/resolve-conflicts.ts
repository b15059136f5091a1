import { bringBack } from '#core/conflict/bring-back.ts';
import { conflictRecord } from '#core/conflict/conflict.ts';
import { mayRewrite } from '#core/conflict/rights.ts';
import { writeFields } from '#core/conflict/write-fields.ts';
import type { Act } from '#core/records/act.ts';
import { findRecordType } from '#core/records/record-type.ts';
import { readRecord, changeRecord } from '#core/records/write.ts';
import { missingParents } from '#core/sync/foreign-keys.ts';
import type { Conflict } from '#shared/conflict/conflict.ts';

export interface Resolved {
  readonly resolved: number;
  readonly failed: { readonly id: string; readonly code: 'gone' | 'refused' }[];
}

type Failure = Resolved['failed'][number]['code'];

/** Settles open conflicts: as they stand, or with the other value. Those that were settled meanwhile are passed over. */
export function resolveConflicts(
  act: Act,
  { ids, ...how }: { readonly ids: readonly string[]; readonly with: 'keep' | 'take' },
): Resolved {
  const failed: Resolved['failed'] = [];
  let resolved = 0;
  for (const id of new Set(ids)) {
    const conflict = readRecord(act.tx, conflictRecord, id)?.row;
    if (conflict && conflict.status !== 'open') continue;
    const failure = conflict ? settle(act, conflict, how.with) : 'gone';
    if (failure) failed.push({ id, code: failure });
    else resolved += 1;
  }
  return { resolved, failed };
}

/** Notes how a conflict was settled, and by whom. */
export function markSettled(act: Act, id: string, status: Exclude<Conflict['status'], 'open'>) {
  changeRecord(act, conflictRecord, { id, changes: { status, resolvedBy: act.actor.name, resolvedAt: act.at } });
}

function settle(act: Act, conflict: Conflict, how: 'keep' | 'take'): Failure | undefined {
  if (!mayRewrite(act, conflict)) return 'refused';
  if (how === 'take') {
    const attempt = act.attempt(() => take(act, conflict));
    if (attempt.type === 'failed') return 'refused';
    if (attempt.result) return attempt.result;
  }
  markSettled(act, conflict.id, how === 'keep' ? 'kept' : 'taken');
  return undefined;
}

/** Writes what was lost. */
function take(act: Act, { recordType, recordId, field, lostValue }: Conflict): Failure | undefined {
  const type = findRecordType(recordType);
  if (!type) return 'gone';
  const fields = field === '' ? ((lostValue ?? {}) as Readonly<Record<string, unknown>>) : { [field]: lostValue };
  if (missingParents(act.tx, type, fields).length > 0) return 'gone';
  const before = readRecord(act.tx, type, recordId)?.row;
  if (before) {
    // Somebody brought the record back meanwhile, maybe no farther than into the recycle bin.
    const back = field === '' && Object.hasOwn(before, 'deletedAt') ? { deletedAt: null } : {};
    const isKnown = writeFields(act, type, { id: recordId, fields: { ...fields, ...back } });
    // A field of a newer program can be shown, but not written.
    return isKnown ? undefined : 'refused';
  }
  return field === '' && bringBack(act, type, { id: recordId, fields }) ? undefined : 'gone';
}
