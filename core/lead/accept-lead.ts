import type { FieldsMissing } from '#core/deal/commands.ts';
import { createDeal } from '#core/deal/create-deal.ts';
import type { NewDeal } from '#core/deal/create-deal.ts';
import { leadRecord } from '#core/lead/lead.ts';
import type { LeadRow } from '#core/lead/lead.ts';
import { moveWhatCame } from '#core/lead/lead-card.ts';
import { findOrAddCaller } from '#core/lead/new-caller.ts';
import { closeLead, findNew, takeTasksAlong } from '#core/lead/open-lead.ts';
import type { Unhandled } from '#core/lead/open-lead.ts';
import { changeParty } from '#core/party/commands.ts';
import { isInUse } from '#core/party/party.ts';
import type { Party } from '#core/party/party.ts';
import { findParty } from '#core/party/queries.ts';
import { personIdOf } from '#core/people/allow.ts';
import type { Act } from '#core/records/act.ts';
import { changeRecord } from '#core/records/write.ts';

export type AcceptOutcome =
  | { readonly type: 'accepted'; readonly lead: LeadRow; readonly dealId: string }
  | Unhandled
  | FieldsMissing;

/** Makes a deal of a request, for its owner, or whoever accepts it. Its open tasks become the deal's, its card a client's. */
export function acceptLead(act: Act, id: string, fields: Omit<NewDeal, 'partyId'>): AcceptOutcome {
  const found = findNew(act, id);
  if (found.type !== 'new') return found;
  // A card that is added anew goes again where there is no deal.
  const attempted = act.attempt(() => accept(act, found.row, fields));
  if (attempted.type === 'done') return attempted.result;
  if (attempted.error instanceof NotAccepted) return attempted.error.outcome;
  throw attempted.error;
}

class NotAccepted extends Error {
  readonly outcome: Unhandled | FieldsMissing;
  constructor(outcome: Unhandled | FieldsMissing) {
    super(outcome.type);
    this.outcome = outcome;
  }
}

function accept(act: Act, row: LeadRow, fields: Omit<NewDeal, 'partyId'>): AcceptOutcome {
  const { id, source, branchId, text, title } = row;
  const party = partyOf(act, row);
  const ownerId = fields.ownerId ?? row.ownerId ?? personIdOf(act.actor);
  const said = { title, source, notes: text, ...(branchId !== null && { branchId }) };
  const outcome = createDeal(act, { ...said, ...fields, ownerId, partyId: party.id, leadId: id });
  if (outcome.type === 'notFound') throw new NotAccepted({ type: 'refused', field: 'partyId', code: 'unknownParty' });
  if (outcome.type !== 'created') throw new NotAccepted(outcome);
  const dealId = outcome.deal.id;
  takeTasksAlong(act, id, { partyId: party.id, dealId });
  // What follows is no change of theirs to the card, which may be somebody else's.
  act.following(() => {
    moveWhatCame(act, id, { partyId: party.id, dealId });
    changeParty(act, party.id, {
      ...(party.kind === 'lead' && { kind: 'client' }),
      ...(party.source === '' && { source }),
      ...(party.ownerId === null && { ownerId: outcome.deal.ownerId }),
    });
  });
  const lead = closeLead(act, id, { status: 'accepted', dealId, partyId: party.id, ownerId: outcome.deal.ownerId });
  return { type: 'accepted', lead, dealId };
}

/** Who asks; their card may have gone meanwhile, and is found or added anew. */
function partyOf(act: Act, lead: LeadRow): Party {
  const party = lead.partyId === null ? undefined : findParty(act.tx, lead.partyId);
  if (party && isInUse(party)) return party;
  const { partyId, isNew } = findOrAddCaller(act, lead);
  changeRecord(act, leadRecord, { id: lead.id, changes: { partyId, hasNewParty: isNew ? 1 : 0 } });
  const found = findParty(act.tx, partyId);
  if (!found) throw new Error(`no party ${partyId}`);
  return found;
}
