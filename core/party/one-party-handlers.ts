import type { Core } from '#core/core.ts';
import { changeParty, createParty, deleteParty } from '#core/party/commands.ts';
import type { PartyInput } from '#core/party/commands.ts';
import type { Party } from '#core/party/party.ts';
import { findParty } from '#core/party/queries.ts';
import { assertNever } from '#core/procedure.ts';
import type { CallContext } from '#core/procedure.ts';
import type { ActDone } from '#core/records/store.ts';

export type Saved =
  | { readonly type: 'saved'; readonly party: Party }
  | { readonly type: 'nameless' }
  | { readonly type: 'unknownOwner' }
  | { readonly type: 'notFound' };

/** Why an owner isn't taken who is no person of the shop. */
export const unknownOwner = { field: 'ownerId', code: 'unknownPerson' } as const;

/** What contacts and companies do alike, for the type given. A company isn't found as a contact, nor the other way round. */
export function onePartyActions(type: Party['type']) {
  return {
    find({ core }: CallContext, id: string): Party | undefined {
      const party = findParty(core.store.db, id);
      return party?.type === type ? party : undefined;
    },
    async create({ core, actor }: CallContext, input: PartyInput): Promise<Saved> {
      if (isUnknown(core, input.ownerId)) return { type: 'unknownOwner' };
      const { result } = await core.store.perform({ actor, kind: 'create', subject: titleOf(input) }, (act) =>
        createParty(act, type, input),
      );
      return result.type === 'created'
        ? { type: 'saved', party: findParty(core.store.db, result.party.id) ?? result.party }
        : result;
    },
    async update({ core, actor }: CallContext, id: string, input: PartyInput): Promise<Saved> {
      const before = findParty(core.store.db, id);
      if (before?.type !== type) return { type: 'notFound' };
      if (isUnknown(core, input.ownerId)) return { type: 'unknownOwner' };
      const { result } = await core.store.perform({ actor, kind: 'update', subject: before.title }, (act) =>
        changeParty(act, id, input),
      );
      switch (result.type) {
        case 'changed':
          // Read anew, as whoever changed it sees it; whoever gave it away gets it as it was.
          return { type: 'saved', party: findParty(core.store.db, id) ?? before };
        case 'nameless':
        case 'notFound':
          return result;
        default:
          return assertNever(result);
      }
    },
    /** @returns undefined when there is no such party in use */
    async delete({ core, actor }: CallContext, id: string): Promise<ActDone<Party | undefined> | undefined> {
      const before = findParty(core.store.db, id);
      if (before?.type !== type || before.deletedAt !== null) return undefined;
      return core.store.perform({ actor, kind: 'delete', subject: before.title }, (act) => deleteParty(act, id));
    },
  };
}

function isUnknown(core: Core, userId: string | null | undefined): boolean {
  return typeof userId === 'string' && core.actorOf(userId).type === 'unknown';
}

function titleOf(input: PartyInput): string {
  const names = [input.givenName, input.familyName, input.name].filter((name) => name !== undefined && name !== '');
  return names.join(' ') || input.phones?.[0]?.raw || input.emails?.[0]?.address || '';
}
