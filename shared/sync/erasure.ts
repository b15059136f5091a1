import { deterministicId } from '#shared/sync/deterministic-id.ts';
import type { Stamp } from '#shared/sync/stamp.ts';

// Erasing a person for good travels as a removal that is later than anything anybody will ever write.

/** The stamp at which what was erased is gone: no copy makes one as late, so that nothing brings it back. */
export const erasedStamp: Stamp = 'zzzzzzzzzzzzzerased';

export function isErased({ gone }: { readonly gone: Stamp | null }): boolean {
  return gone === erasedStamp;
}

/** The card that stands in for an erased one where the shop's books need one: every copy makes the same. */
export function standInFor(partyId: string): string {
  return deterministicId('erased', partyId);
}

/** What may be kept of a person for the books, under a card that names nobody: of documents only those that are booked. */
export const keptForBooks: ReadonlySet<string> = new Set(['deal', 'document', 'payment']);
export const bookedKinds: ReadonlySet<string> = new Set(['invoice', 'order']);
