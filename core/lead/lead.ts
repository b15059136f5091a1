import { takeNoticesBack } from '#core/notice/take-back.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import type { Lead, LeadInput } from '#shared/lead/contract.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';
import { foldText } from '#shared/text/fold-text.ts';

/** An incoming request as kept. */
export type LeadRow = Pick<
  Lead,
  | 'id'
  | 'externalId'
  | 'title'
  | 'name'
  | 'companyName'
  | 'phones'
  | 'emails'
  | 'text'
  | 'source'
  | 'channel'
  | 'details'
  | 'status'
  | 'ownerId'
  | 'branchId'
  | 'partyId'
  | 'dealId'
  | 'rejectReason'
  | 'receivedAt'
  | 'handledAt'
  | 'createdAt'
> & {
  /** 1 when the card was added with the request. */
  readonly hasNewParty: 0 | 1;
  readonly handledBy: string | null;
  readonly searchKey: string;
};

export const leadRecord = defineRecordType<LeadRow>({
  name: 'lead',
  table: 'lead',
  fields: {
    externalId: { column: 'external_id' },
    title: { column: 'title' },
    name: { column: 'name' },
    companyName: { column: 'company_name' },
    phones: { column: 'phones', json: true },
    emails: { column: 'emails', json: true },
    text: { column: 'text' },
    source: { column: 'source' },
    channel: { column: 'channel' },
    details: { column: 'details', json: true },
    searchKey: { column: 'search_key', derived: true },
    status: { column: 'status' },
    ownerId: { column: 'owner_id' },
    branchId: { column: 'branch_id' },
    partyId: { column: 'party_id' },
    hasNewParty: { column: 'has_new_party' },
    dealId: { column: 'deal_id' },
    rejectReason: { column: 'reject_reason' },
    receivedAt: { column: 'received_at' },
    handledAt: { column: 'handled_at', quiet: true },
    handledBy: { column: 'handled_by', quiet: true },
    createdAt: { column: 'created_at' },
  },
  derive: (lead, { country }) => ({ ...lead, searchKey: searchKeyOf(lead, country) }),
  written({ act, before, after }) {
    if (before && !after) takeNoticesBack(act, before.id);
  },
  // Whoever asked may be forgotten; that somebody asked stays.
  references: [
    { field: 'partyId', to: 'party', onPurge: 'clear' },
    { field: 'dealId', to: 'deal', onPurge: 'clear' },
  ],
  describe: nameOfLead,
  ofBranch: true,
});

/** The words that tell which request is meant. */
export function nameOfLead({ name, companyName, title, phones, emails }: LeadInput): string {
  return name || companyName || title || phones?.[0] || emails?.[0] || '';
}

function searchKeyOf(lead: LeadRow, country: string): string {
  const digits = lead.phones.map((phone) => normalisePhone(phone, country).digits);
  const words = [lead.name, lead.companyName, lead.title, ...lead.emails].map(foldText);
  return [...words, ...digits].filter((word) => word !== '').join(' ');
}
