import { z } from 'zod';
import { leadChannels, leadStatuses } from '#shared/lead/contract.ts';

const id = z.string().min(1).max(64);
const time = z.number().int();
const text = z.string();
const texts = z.array(text);

const lead = z.strictObject({
  id,
  externalId: text.nullable(),
  title: text,
  name: text,
  companyName: text,
  phones: texts,
  emails: texts,
  text,
  source: text,
  channel: z.enum(leadChannels),
  details: z.record(z.string(), text),
  status: z.enum(leadStatuses),
  ownerId: id.nullable(),
  branchId: text.nullable(),
  partyId: id.nullable(),
  hasNewParty: z.union([z.literal(0), z.literal(1)]),
  dealId: id.nullable(),
  rejectReason: text,
  receivedAt: time,
  handledAt: time.nullable(),
  handledBy: id.nullable(),
  createdAt: time,
});
const callScript = z.strictObject({
  id,
  name: text,
  purpose: text,
  steps: z.array(z.strictObject({ text })),
  answers: z.array(z.strictObject({ question: text, answer: text })),
  position: time,
  archivedAt: time.nullable(),
});

/** Requests and what to say on the telephone, by the record type's name. */
export const leadSchemas = { lead, call_script: callScript } as const;
