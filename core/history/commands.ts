import '#core/record-types.ts';
import { findAct } from '#core/history/queries.ts';
import { refusedUndo } from '#core/history/undo-rights.ts';
import { RightsError } from '#core/people/viewer/guard.ts';
import type { Act } from '#core/records/act.ts';
import type { Store } from '#core/records/store.ts';
import { findEditedSince, findOfHeadOffice, undoEntries } from '#core/records/undo.ts';
import type { NamedRecord } from '#core/records/undo.ts';
import type { Actor } from '#shared/people/permission.ts';

export interface UndoRequest {
  readonly actor: Actor;
  readonly actId: string;
  /** Leave alone what was changed since, rather than refusing. */
  readonly keepEdited: boolean;
}

export type UndoOutcome =
  | { readonly type: 'undone'; readonly actId: string; readonly undone: number; readonly kept: readonly NamedRecord[] }
  | { readonly type: 'notFound' }
  | { readonly type: 'alreadyUndone' }
  | { readonly type: 'editedSince'; readonly records: readonly NamedRecord[] };

/** Undoes an act, as an act of its own that can be undone too. @throws {RightsError} where the actor may not */
export async function undoAct(store: Store, { actor, actId, keepEdited }: UndoRequest): Promise<UndoOutcome> {
  const found = findAct(store.db, actId);
  if (!found || found.kind === 'sync') return { type: 'notFound' };
  const request = { actor, kind: 'undo', subject: found.subject, undoes: actId } as const;
  const { actId: undoId, result } = await store.perform<UndoOutcome>(request, (act): UndoOutcome => {
    const refused = refusedUndo(act.tx, actor, found);
    if (refused !== null) throw new RightsError(refused);
    if (findAct(act.tx, actId)?.undoneBy) return { type: 'alreadyUndone' };
    const edited = findEditedSince(act.tx, found.seq);
    if (edited.length > 0 && !keepEdited) return { type: 'editedSince', records: edited };
    const kept = [...edited, ...findOfHeadOffice(act, found.seq)];
    const undone = undoEntries(act, found.seq, new Set(kept.map(({ id }) => id)));
    // Where everything was kept, nothing was undone.
    if (undone > 0) act.tx.write('UPDATE act SET undone_by = ? WHERE seq = ?').run(act.id, found.seq);
    if (undone > 0) turnOver(act, found.undoes);
    return { type: 'undone', actId: act.id, undone, kept };
  });
  return result.type === 'undone' ? { ...result, actId: undoId } : result;
}

/** What an undone undo had taken back stands again, and can be undone again; what that had taken back doesn't, and so on. */
function turnOver({ tx }: Act, actId: string | null) {
  const setUndoneBy = tx.write<[string | null, string]>('UPDATE act SET undone_by = ? WHERE id = ?');
  let above: string | null = null;
  let id = actId;
  for (let stands = true; id !== null; stands = !stands) {
    setUndoneBy.run(stands ? null : above, id);
    above = id;
    id = findAct(tx, id)?.undoes ?? null;
  }
}
