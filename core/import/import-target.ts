import type { ReadDb } from '#core/database/connection.ts';
import { linkRecord } from '#core/link/link.ts';
import { changedParty, changeParty, newParty } from '#core/party/commands.ts';
import type { PartyInput } from '#core/party/commands.ts';
import { partyRecord } from '#core/party/party-record.ts';
import type { Party } from '#core/party/party.ts';
import { findParty } from '#core/party/queries.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord } from '#core/records/write.ts';

/** Where an import puts what it brings: the database, or for a plan only memory. */
export interface ImportTarget {
  /** A party as it would be created; its title is empty when nothing tells it from others. */
  draft(type: Party['type'], input: PartyInput): Party;
  create(party: Party): void;
  find(id: string): Party | undefined;
  /** @returns the party as it is then */
  change(before: Party, input: PartyInput): Party;
  /** Links a contact to a company unless they are. @returns whether it was new */
  link(contactId: string, companyId: string, role: string): boolean;
}

export function writingTarget(act: Act): ImportTarget {
  const isLinked = act.tx.read<[string, string], unknown>('SELECT 1 FROM link WHERE contact_id = ? AND company_id = ?');
  return {
    draft: (type, input) => newParty(type, input, { at: act.at, country: act.country, ownerId: act.actor.userId }),
    create: (party) => void createRecord(act, partyRecord, party),
    find: (id) => findParty(act.tx, id),
    change(before, input) {
      const outcome = changeParty(act, before.id, input);
      return outcome.type === 'changed' ? outcome.party : before;
    },
    link(contactId, companyId, role) {
      if (isLinked.get(contactId, companyId)) return false;
      createRecord(act, linkRecord, { id: newId(), contactId, companyId, role, createdAt: act.at });
      return true;
    },
  };
}

/** Does nothing but remember, so that a plan says what the import would do. */
export function planningTarget(db: ReadDb, { at, country }: { readonly at: number; readonly country: string }): ImportTarget {
  const parties = new Map<string, Party>();
  const links = new Set<string>();
  const isLinked = db.read<[string, string], unknown>('SELECT 1 FROM link WHERE contact_id = ? AND company_id = ?');
  return {
    draft: (type, input) => newParty(type, input, { at, country, ownerId: null }),
    create: (party) => void parties.set(party.id, party),
    find: (id) => parties.get(id) ?? findParty(db, id),
    change(before, input) {
      const party = changedParty(before, input, country);
      parties.set(party.id, party);
      return party;
    },
    link(contactId, companyId) {
      const key = `${contactId} ${companyId}`;
      if (links.has(key) || isLinked.get(contactId, companyId)) return false;
      links.add(key);
      return true;
    },
  };
}
