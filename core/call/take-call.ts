import { activityRecord } from '#core/activity/activity.ts';
import type { ActivityRow } from '#core/activity/activity.ts';
import { takeInUntold } from '#core/lead/commands.ts';
import type { NewLead } from '#core/lead/commands.ts';
import { leadCallId } from '#core/lead/lead-card.ts';
import { leadIdOf } from '#core/lead/lead-id.ts';
import { recogniseCaller } from '#core/lead/recognise.ts';
import { notify } from '#core/notice/commands.ts';
import { newParty } from '#core/party/commands.ts';
import { partyTitle } from '#core/party/party-title.ts';
import { personIdOf } from '#core/people/allow.ts';
import { findPerson, readPeople } from '#core/people/queries.ts';
import { readOwner } from '#core/people/users.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord, readRecord } from '#core/records/write.ts';
import { onlyDigits } from '#shared/phone/clean-phone.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';

/** A call as a telephone system tells of it. */
export interface Call {
  readonly phone: string;
  readonly direction: 'in' | 'out';
  readonly externalId?: string | undefined;
  /** Whose telephone it is; one that nobody at work has is everybody's. */
  readonly userId?: string | undefined;
  /** UTC milliseconds. */
  readonly at?: number | undefined;
  readonly outcome: ActivityRow['outcome'];
  /** Seconds. */
  readonly duration: number | null;
  readonly text: string;
}

export interface TakenCall {
  readonly partyId: string | null;
  readonly activityId: string | null;
  readonly leadId: string | null;
}

/** Fewer digits than this are a telephone within the house, or a number that was withheld: nobody to call back. */
const shortestNumber = 5;
const sender = 'call';

/**
 * Writes a call down on the card of whoever called or was called; of an unknown caller a request is made. Whoever it rings
 * for is told. Told again with its id, it is the same call, of which more is known.
 */
export function takeCall(act: Act, call: Call): TakenCall {
  const known = call.externalId === undefined ? undefined : findTold(act, call.externalId);
  if (known) return tellMore(act, known, call);
  const contact = newParty('contact', { phones: [{ raw: call.phone }] }, { at: act.at, country: act.country, ownerId: null });
  const partyId = recogniseCaller(act, { contact, company: null });
  if (partyId !== undefined) return takeKnown(act, partyId, call);
  if (call.direction === 'out') return { partyId: null, activityId: null, leadId: null };
  if (onlyDigits(call.phone).length >= shortestNumber) return takeUnknown(act, call);
  tellOfCall(act, call, { id: activityIdOf(call), client: '' });
  return { partyId: null, activityId: null, leadId: null };
}

function takeKnown(act: Act, partyId: string, call: Call): TakenCall {
  const { id: activityId } = writeDown(act, call, { id: activityIdOf(call), partyId });
  const client = partyTitle(act.tx, partyId);
  if (call.direction === 'in') tellOfCall(act, call, { id: activityId, client, record: { type: 'party', id: partyId } });
  return { partyId, activityId, leadId: null };
}

function takeUnknown(act: Act, call: Call): TakenCall {
  const { externalId, phone, text, at } = call;
  const said: NewLead = { phones: [phone], text, channel: 'call', receivedAt: at };
  const taken = takeInUntold(act, { ...said, ...(externalId !== undefined && { externalId, sender }) });
  if (taken.type === 'refused') throw new Error(`a call from ${phone} is refused: ${taken.code}`);
  const { id: leadId, partyId } = taken.lead;
  const activity = partyId === null ? null : writeDown(act, call, { id: leadCallId(leadId), partyId });
  tellOfCall(act, call, { id: leadId, client: '', record: { type: 'lead', id: leadId } });
  return { partyId, activityId: activity?.id ?? null, leadId };
}

interface Place {
  readonly id: string;
  readonly partyId: string;
}

function writeDown(act: Act, call: Call, { id, partyId }: Place): ActivityRow {
  const { phone, direction, outcome, duration, text, at } = call;
  const dealId = act.tx
    .readColumn<[string], string>(
      "SELECT id FROM deal WHERE party_id = ? AND status = 'open' AND deleted_at IS NULL ORDER BY created_at DESC, seq DESC LIMIT 1",
    )
    .get(partyId);
  return createRecord(act, activityRecord, {
    id,
    partyId,
    type: 'call',
    phone,
    direction,
    outcome,
    duration,
    text,
    dealId: dealId ?? null,
    taskId: null,
    happenedAt: at ?? act.at,
    authorId: personAtWork(act, call.userId) ?? personIdOf(act.actor) ?? readOwner(act.tx).userId,
    createdAt: act.at,
  });
}

interface Told {
  readonly row: ActivityRow;
  readonly leadId: string | null;
}

/** The call told of before under this id: on a card known then, or with the request that was made of it. */
function findTold(act: Act, externalId: string): Told | undefined {
  const onCard = readRecord(act.tx, activityRecord, deterministicId('call', externalId))?.row;
  if (onCard) return { row: onCard, leadId: null };
  const leadId = leadIdOf(sender, externalId);
  const withLead = readRecord(act.tx, activityRecord, leadCallId(leadId))?.row;
  return withLead && { row: withLead, leadId };
}

function tellMore(act: Act, { row, leadId }: Told, { outcome, duration, text }: Call): TakenCall {
  const changes = { ...(outcome !== null && { outcome }), ...(duration !== null && { duration }), ...(text !== '' && { text }) };
  changeRecord(act, activityRecord, { id: row.id, changes });
  return { partyId: row.partyId, activityId: row.id, leadId };
}

function activityIdOf({ externalId }: Call): string {
  return externalId === undefined ? newId() : deterministicId('call', externalId);
}

interface CallNotice {
  /** What it is about, so that it is told once. */
  readonly id: string;
  /** Empty when nobody knows who calls. */
  readonly client: string;
  readonly record?: { readonly type: 'party' | 'lead'; readonly id: string };
}

function tellOfCall(act: Act, { phone, userId, at }: Call, { id, client, record }: CallNotice) {
  const person = personAtWork(act, userId);
  const everybody = readPeople(act.tx).filter(({ archivedAt }) => archivedAt === null);
  for (const told of person === undefined ? everybody.map((one) => one.id) : [person])
    notify(act, {
      id: deterministicId('callCame', id, told),
      userId: told,
      kind: 'callCame',
      at: at ?? act.at,
      params: { client, phone },
      ...(record && { record }),
    });
}

function personAtWork(act: Act, userId: string | undefined): string | undefined {
  if (userId === undefined) return undefined;
  return findPerson(act.tx, userId)?.archivedAt === null ? userId : undefined;
}
