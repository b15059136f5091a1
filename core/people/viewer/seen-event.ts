import type { SavedByProgram } from '#core/records/written.ts';
import type { SavedEvent } from '#shared/event/contract.ts';

/**
 * A save as it is told to somebody with limits: without what she doesn't see, and not at all where that is all of it. Where something
 * changed hands it may have come into sight or gone out of it, so that what is shown is read again.
 */
export function seenEvent(event: SavedByProgram, isHidden: (id: string) => boolean): SavedEvent | null {
  const { recordTypes, ids } = event;
  if (ids === null) return { recordTypes, ids };
  const seen = ids.filter((id) => !isHidden(id));
  if (event.changedHands && seen.length < ids.length) return { recordTypes: ['party', 'deal', 'lead', 'task'], ids: null };
  if (ids.length > 0 && seen.length === 0) return null;
  return { recordTypes, ids: seen };
}
