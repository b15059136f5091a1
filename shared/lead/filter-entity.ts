import { through } from '#shared/filter/catalogue.ts';
import type { FilterEntity } from '#shared/filter/catalogue.ts';
import { leadChannels, leadStatuses } from '#shared/lead/contract.ts';
import { partyFilterEntity } from '#shared/party/filter-entity.ts';

const client = through('client', partyFilterEntity);

/** What can be asked of requests: their own fields, and under "client." those of whoever asks. */
export const leadFilterEntity = {
  name: 'lead',
  fields: {
    title: { type: 'text', label: 'lead.field.title' },
    name: { type: 'text', label: 'lead.field.name' },
    companyName: { type: 'text', label: 'lead.field.companyName' },
    text: { type: 'text', label: 'lead.field.text' },
    source: { type: 'text', label: 'lead.field.source' },
    channel: { type: 'choice', label: 'lead.field.channel', choices: leadChannels },
    status: { type: 'choice', label: 'lead.field.status', choices: leadStatuses },
    ownerId: { type: 'record', label: 'lead.field.ownerId', record: 'user' },
    branchId: { type: 'record', label: 'lead.field.branchId', record: 'branch' },
    receivedAt: { type: 'moment', label: 'lead.field.receivedAt' },
    handledAt: { type: 'moment', label: 'lead.field.handledAt' },
    /** Whether nobody knew who asks. */
    hasNewParty: { type: 'boolean', label: 'lead.field.hasNewParty' },
    ...client.fields,
  },
  customPrefixes: client.customPrefixes,
} as const satisfies FilterEntity;
