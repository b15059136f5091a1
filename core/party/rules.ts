import type { PartyInput } from '#core/party/commands.ts';
import type { Party } from '#core/party/party.ts';
import type { PartyKind } from '#shared/party/fields.ts';

export type BulkChange =
  | { readonly type: 'addTag'; readonly tag: string }
  | { readonly type: 'removeTag'; readonly tag: string }
  | { readonly type: 'setKind'; readonly kind: PartyKind }
  | { readonly type: 'setKey'; readonly isKey: boolean };

/** What a change of many means for one of them. */
export function applyChange(party: Party, change: BulkChange): PartyInput {
  switch (change.type) {
    case 'addTag':
      return party.tags.includes(change.tag) ? {} : { tags: [...party.tags, change.tag] };
    case 'removeTag':
      return { tags: party.tags.filter((tag) => tag !== change.tag) };
    case 'setKind':
      return { kind: change.kind };
    case 'setKey':
      return { isKey: change.isKey };
  }
}
