import { changedParty, changeParty, createParty, newParty } from '#core/party/commands.ts';
import type { PartyInput } from '#core/party/commands.ts';
import type { Party } from '#core/party/party.ts';
import { findParty } from '#core/party/queries.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { linkRecord } from '#core/link/link.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord } from '#core/records/write.ts';

/** Where an import puts what it brings: the database, or for a plan only memory. */
export interface ImportTarget {
  create(type: Party['type'], input: PartyInput): Party | undefined;
  find(id: string): Party | undefined;
  change(id: string, input: PartyInput): void;
  /** Links a contact to a company unless they are. @returns whether it was new */
  link(contactId: string, companyId: string, role: string): boolean;
}

export function writingTarget(act: Act): ImportTarget {
  const isLinked = act.tx.read<[string, string], unknown>('SELECT 1 FROM link WHERE contact_id = ? AND company_id = ?');
  return {
    create(type, input) {
      const outcome = createParty(act, type, input);
      return outcome.type === 'created' ? outcome.party : undefined;
    },
    find: (id) => findParty(act.tx, id),
    change: (id, input) => void changeParty(act, id, input),
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
  const find = (id: string) => parties.get(id) ?? findParty(db, id);
  return {
    create(type, input) {
      const party = newParty(type, input, { at, country });
      if (party.title === '') return undefined;
      parties.set(party.id, party);
      return party;
    },
    find,
    change(id, input) {
      const before = find(id);
      if (before) parties.set(id, changedParty(before, input, country));
    },
    link(contactId, companyId) {
      const key = `${contactId} ${companyId}`;
      if (links.has(key) || isLinked.get(contactId, companyId)) return false;
      links.add(key);
      return true;
    },
  };
}
