import type { FilterEntity } from '#shared/filter/catalogue.ts';
import { readyPurposes } from '#shared/privacy/purposes.ts';
import { channels, partyKinds, partyTypes } from '#shared/party/fields.ts';

/** What can be asked of contacts and companies. */
export const partyFilterEntity = {
  name: 'party',
  fields: {
    type: { type: 'choice', label: 'party.field.type', choices: partyTypes },
    kind: { type: 'choice', label: 'party.field.kind', choices: partyKinds },
    isKey: { type: 'boolean', label: 'party.field.isKey' },
    title: { type: 'text', label: 'party.field.title' },
    jobTitle: { type: 'text', label: 'party.field.jobTitle' },
    tags: { type: 'words', label: 'party.field.tags' },
    groups: { type: 'words', label: 'party.field.groups' },
    /** Of all addresses. */
    city: { type: 'words', label: 'party.field.city' },
    source: { type: 'text', label: 'party.field.source' },
    ownerId: { type: 'record', label: 'party.field.ownerId', record: 'user' },
    branchId: { type: 'record', label: 'party.field.branchId', record: 'branch' },
    taxId: { type: 'text', label: 'party.field.taxId', isCompact: true },
    birthday: { type: 'date', label: 'party.field.birthday' },
    /** In E.164 where it is known, as typed otherwise. */
    phones: { type: 'words', label: 'party.field.phones', isCompact: true },
    phoneCount: { type: 'number', label: 'party.field.phones' },
    emails: { type: 'words', label: 'party.field.emails' },
    preferredChannel: { type: 'choice', label: 'party.field.preferredChannel', choices: channels },
    doNotContact: { type: 'words', label: 'party.field.doNotContact', choices: channels },
    /** What they allowed, and what they forbade, as they said last. */
    allows: { type: 'words', label: 'party.field.allows', choices: readyPurposes },
    forbids: { type: 'words', label: 'party.field.forbids', choices: readyPurposes },
    notes: { type: 'text', label: 'party.field.notes' },
    createdAt: { type: 'moment', label: 'party.field.createdAt' },
    updatedAt: { type: 'moment', label: 'party.field.updatedAt' },
  },
  customPrefixes: ['custom.'],
} as const satisfies FilterEntity;
