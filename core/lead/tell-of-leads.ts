import { nameOfLead } from '#core/lead/lead.ts';
import type { LeadRow } from '#core/lead/lead.ts';
import { notify } from '#core/notice/commands.ts';
import { partyTitle } from '#core/party/party-title.ts';
import type { Act } from '#core/records/act.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';

/** More than these, come at once, are told of in one notice. */
const toldOneByOne = 10;

/**
 * Tells of new requests whoever is in charge of each; of those that nobody is, everybody who leads the shop. Who typed one in
 * knows of it.
 */
export function tellOfLeads(act: Act, leads: readonly LeadRow[]): void {
  const leaders = act.tx
    .readColumn<[], string>("SELECT id FROM user WHERE role IN ('owner', 'head') AND archived_at IS NULL ORDER BY id")
    .all();
  const byPerson = new Map<string, LeadRow[]>();
  for (const lead of leads) {
    for (const userId of lead.ownerId === null ? leaders : [lead.ownerId]) {
      if (lead.channel === 'manual' && userId === act.actor.userId) continue;
      byPerson.set(userId, [...(byPerson.get(userId) ?? []), lead]);
    }
  }
  for (const [userId, own] of byPerson) {
    if (own.length > toldOneByOne) tell(act, userId, { lead: own[0], count: own.length });
    else for (const lead of own) tell(act, userId, { lead, count: 1 });
  }
}

/** `count` is how many requests the notice is about; `client`, `title` and `source` are those of the first. */
function tell(act: Act, userId: string, { lead, count }: { readonly lead: LeadRow | undefined; readonly count: number }) {
  if (!lead) return;
  const client = lead.partyId === null ? '' : partyTitle(act.tx, lead.partyId);
  const { id, title, source, channel, receivedAt } = lead;
  notify(act, {
    id: deterministicId('leadCame', id, userId),
    userId,
    kind: 'leadCame',
    at: receivedAt,
    params: { client: client || nameOfLead(lead), title, source, channel, count },
    record: { type: 'lead', id },
  });
}
