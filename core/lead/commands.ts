import { leadRecord } from '#core/lead/lead.ts';
import type { LeadRow } from '#core/lead/lead.ts';
import { leadIdOf } from '#core/lead/lead-id.ts';
import { tellOfLeads } from '#core/lead/tell-of-leads.ts';
import { findOrAddCaller } from '#core/lead/new-caller.ts';
import type { FoundCaller } from '#core/lead/new-caller.ts';
import type { PartyInput } from '#core/party/commands.ts';
import { isInUse } from '#core/party/party.ts';
import { findParty } from '#core/party/queries.ts';
import { findPerson } from '#core/people/queries.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord, decodeRow, readRecord } from '#core/records/write.ts';
import type { LeadInput } from '#shared/lead/contract.ts';
import { onlyDigits } from '#shared/phone/clean-phone.ts';

export interface NewLead extends LeadInput {
  /** What the sender calls it: told again by the same one, it is the same request. */
  readonly externalId?: string | undefined;
  /** Whose `externalId` it is; the source's unless it is said. */
  readonly sender?: string | undefined;
  /** UTC milliseconds; now unless it is said. */
  readonly receivedAt?: number | undefined;
  /** Who asks, where that is known. */
  readonly partyId?: string | undefined;
  /** What else the card has if it is added. */
  readonly card?: PartyInput | undefined;
}

export type TakenIn =
  | { readonly type: 'created' | 'known'; readonly lead: LeadRow }
  | { readonly type: 'refused'; readonly field: string; readonly code: string };

/** How long (ms) a request that says the same in everything is the one just sent: a form sent twice, a program trying again. */
const sameWithin = 120_000;

/** Takes a request in, once however often it is sent: whoever asks is recognised or added, and those who have to know are told. */
export function takeInLead(act: Act, input: NewLead): TakenIn {
  const taken = takeInUntold(act, input);
  if (taken.type === 'created') tellOfLeads(act, [taken.lead]);
  return taken;
}

/** Takes a request in as `takeInLead` does, and tells nobody: whoever takes in many tells of all at once. */
export function takeInUntold(act: Act, input: NewLead): TakenIn {
  const lead = draftLead(act, input);
  const known = input.externalId === undefined ? findJustSent(act, lead) : readRecord(act.tx, leadRecord, lead.id)?.row;
  if (known) return { type: 'known', lead: known };
  const refusal = refusalOf(act, lead);
  if (refusal) return refusal;
  if (lead.partyId !== null && !isThere(act, lead.partyId)) return { type: 'refused', field: 'partyId', code: 'unknownParty' };
  const caller =
    lead.partyId === null ? findOrAddCaller(act, { ...lead, card: input.card }) : { partyId: lead.partyId, isNew: false };
  return { type: 'created', lead: saveLead(act, lead, caller) };
}

export type LeadChanged =
  | { readonly type: 'changed'; readonly lead: LeadRow }
  | { readonly type: 'notFound' }
  | Extract<TakenIn, { readonly type: 'refused' }>;

/** Changes what a request says. Its card is left as it is; who is put in charge is told. */
export function changeLead(act: Act, id: string, input: LeadInput): LeadChanged {
  const before = readRecord(act.tx, leadRecord, id)?.row;
  if (!before) return { type: 'notFound' };
  const changes = givenOf(input);
  const after = { ...before, ...changes };
  const refusal = refusalOf(act, after);
  if (refusal) return refusal;
  const lead = changeRecord(act, leadRecord, { id, changes }) ?? after;
  const isHanded = lead.ownerId !== null && lead.ownerId !== before.ownerId && lead.ownerId !== act.actor.userId;
  if (isHanded && lead.status === 'new') tellOfLeads(act, [lead]);
  return { type: 'changed', lead };
}

function saveLead(act: Act, lead: LeadRow, { partyId, isNew }: FoundCaller): LeadRow {
  const ownerId = lead.ownerId ?? ownerAtWork(act, partyId, isNew);
  return createRecord(act, leadRecord, { ...lead, ownerId, partyId, hasNewParty: isNew ? 1 : 0 });
}

/** A client's own seller hears of the client's next request. */
function ownerAtWork(act: Act, partyId: string, isNew: boolean): string | null {
  const ownerId = isNew ? null : (findParty(act.tx, partyId)?.ownerId ?? null);
  return ownerId !== null && findPerson(act.tx, ownerId)?.archivedAt === null ? ownerId : null;
}

function isThere(act: Act, partyId: string): boolean {
  const party = findParty(act.tx, partyId);
  return party !== undefined && isInUse(party);
}

function draftLead(act: Act, { externalId, sender, receivedAt, partyId, card: _card, ...input }: NewLead): LeadRow {
  const said: Omit<LeadRow, Told> = { ...emptyLead, ...givenOf(input) };
  return {
    ...said,
    id: externalId === undefined ? newId() : leadIdOf(sender ?? said.source, externalId),
    externalId: externalId ?? null,
    partyId: partyId ?? null,
    receivedAt: receivedAt ?? act.at,
    createdAt: act.at,
  };
}

type Told = 'id' | 'externalId' | 'partyId' | 'receivedAt' | 'createdAt';

const emptyLead: Omit<LeadRow, Told> = {
  title: '',
  name: '',
  companyName: '',
  phones: [],
  emails: [],
  text: '',
  source: '',
  channel: 'api',
  details: {},
  searchKey: '',
  status: 'new',
  ownerId: null,
  branchId: null,
  hasNewParty: 0,
  dealId: null,
  rejectReason: '',
  handledAt: null,
  handledBy: null,
};

function findJustSent(act: Act, lead: LeadRow): LeadRow | undefined {
  const said = [lead.name, lead.phones, lead.emails, lead.text, lead.title, lead.companyName, lead.source, lead.details];
  const found = act.tx
    .read<[number, ...string[]], Record<string, unknown>>(
      `SELECT * FROM lead WHERE created_at > ? AND external_id IS NULL AND name = ? AND phones = ? AND emails = ? AND text = ?
         AND title = ? AND company_name = ? AND source = ? AND details = ? ORDER BY created_at DESC LIMIT 1`,
    )
    .get(act.at - sameWithin, ...said.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))));
  return found && decodeRow(leadRecord, found);
}

function refusalOf(act: Act, lead: LeadRow) {
  if (lead.ownerId !== null && !findPerson(act.tx, lead.ownerId))
    return { type: 'refused', field: 'ownerId', code: 'unknownPerson' } as const;
  const isSomebody =
    lead.partyId !== null ||
    lead.name !== '' ||
    lead.companyName !== '' ||
    lead.phones.some((phone) => onlyDigits(phone) !== '') ||
    lead.emails.some((email) => email.includes('@'));
  return isSomebody ? undefined : ({ type: 'refused', field: 'name', code: 'nobody' } as const);
}

function givenOf(input: LeadInput): Partial<LeadRow> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
