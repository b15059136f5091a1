import type { DemoDeal } from '#core/demo/demo-sales-deal.ts';
import type { InFive } from '#core/demo/demo-sales-words.ts';
import { firstCall, turnedDown } from '#core/demo/sales-talk.ts';
import { processMarkMessages } from '#shared/automation/process-mark-messages.ts';
import type { SalesMaking } from '#core/demo/sales-making.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { leadRecord } from '#core/lead/lead.ts';
import type { LeadRow } from '#core/lead/lead.ts';
import { changeParty } from '#core/party/commands.ts';
import type { Party } from '#core/party/party.ts';
import { personIdOf } from '#core/people/allow.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord } from '#core/records/write.ts';
import { createTask } from '#core/task/commands.ts';

const minute = 60_000;
const hour = 60 * minute;
const channels = ['form', 'call', 'message', 'email', 'form'] as const;
/** How long ago each new request came. */
const agoOfNew = [25 * minute, 3 * hour, 20 * hour, 44 * hour];
const acceptedCount = 3;

/** Adds requests that wait in the inbox, and some that were dealt with. @returns how many */
export function addRequests(making: SalesMaking, deals: readonly DemoDeal[]): number {
  const { act, sales, calendar } = making;
  for (const [index, ago] of agoOfNew.entries()) {
    const said = sales.asked[index];
    const came = act.at - ago;
    // A form can be sent at night; somebody who calls finds the shop open.
    if (said) addNew(making, { ...said, index, at: index === 0 ? came : calendar.atWork(came) });
  }
  const last = sales.asked.at(-1);
  if (last) addRejected(making, { ...last, at: calendar.atWork(act.at - 70 * hour) });
  const begun = deals.filter(({ road }) => road.status === 'open' && road.entered.length <= 2).slice(0, acceptedCount);
  for (const [index, made] of begun.entries()) addAccepted(making, made, index);
  return agoOfNew.length + 1 + begun.length;
}

interface Asked {
  readonly title: InFive;
  readonly text: InFive;
  readonly at: number;
}

function addNew(making: SalesMaking, { title, text, index, at }: Asked & { readonly index: number }) {
  const { act, say, calendar } = making;
  const client = making.nextClient();
  changeParty(act, client.id, { kind: 'lead' });
  const lead = create(making, client, { title: say(title), text: say(text), channel: channels[index] ?? 'form', at });
  // The last one nobody has planned anything for.
  if (index === agoOfNew.length - 1) return;
  const isLate = index === 1;
  const isOpen = calendar.atWork(act.at) === act.at;
  const soon = index === 0 && isOpen ? act.at + 15 * minute : calendar.book(index === 0 ? 0 : 1, 15);
  const dueAt = isLate ? Math.max(at + 15 * minute, calendar.atWork(act.at - hour)) : soon;
  createTask(act, {
    type: 'call',
    purpose: say(processMarkMessages['process.mark.firstCall']),
    title: say(firstCall),
    leadId: lead.id,
    dueAt,
    remindMinutes: isLate ? null : 0,
    escalate: false,
  });
}

function addRejected(making: SalesMaking, { title, text, at }: Asked) {
  const { say } = making;
  create(making, making.nextClient(), {
    title: say(title),
    text: say(text),
    channel: 'form',
    at,
    handled: { status: 'rejected', rejectReason: say(turnedDown) },
  });
}

function addAccepted(making: SalesMaking, { deal, client }: DemoDeal, index: number) {
  const lead = create(making, client, {
    title: deal.title,
    text: '',
    channel: channels[index] ?? 'form',
    at: deal.createdAt - 20 * minute,
    handled: { status: 'accepted', dealId: deal.id },
  });
  changeRecord(making.act, dealRecord, { id: deal.id, changes: { leadId: lead.id } });
}

interface Request extends Pick<LeadRow, 'title' | 'text' | 'channel'> {
  readonly at: number;
  readonly handled?: Partial<LeadRow>;
}

function create({ act, random, locale }: SalesMaking, client: Party, { title, text, channel, at, handled }: Request): LeadRow {
  return createRecord(act, leadRecord, {
    id: newId(),
    externalId: null,
    title,
    name: client.type === 'contact' ? client.title : '',
    companyName: client.type === 'company' ? client.title : '',
    phones: client.phones.slice(0, 1).map(({ raw }) => raw),
    emails: client.emails.slice(0, 1).map(({ address }) => address),
    text,
    source: client.source || random.pickCommon(locale.sources),
    channel,
    details: {},
    searchKey: '',
    status: 'new',
    ownerId: personIdOf(act.actor),
    branchId: null,
    partyId: client.id,
    hasNewParty: handled ? 0 : 1,
    dealId: null,
    rejectReason: '',
    receivedAt: at,
    createdAt: at,
    handledAt: handled ? at + 20 * minute : null,
    handledBy: handled ? act.actor.userId : null,
    ...handled,
  });
}
