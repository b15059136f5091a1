import { z } from 'zod';
import { documentStatuses } from '#shared/document/contract.ts';
import { documentDataSchema, documentKindSchema } from '#shared/document/data.ts';
import { paymentMethods } from '#shared/payment/contract.ts';
import { languageSchema } from '#shared/settings/contract.ts';

const id = z.string().min(1).max(64);
const time = z.number().int();
const text = z.string();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.iso.date();
const flag = z.union([z.literal(0), z.literal(1)]);

/** The archive's lines of documents and payments, by the record type's name. */
export const documentSchemas = {
  document_template: z.strictObject({
    id,
    name: text,
    kind: documentKindSchema,
    language: languageSchema,
    hash,
    size: time,
    isDefault: flag,
    createdAt: time,
    archivedAt: time.nullable(),
  }),
  number_series: z.strictObject({
    id,
    kind: documentKindSchema,
    branchId: id.nullable(),
    till: time.default(1),
    pattern: text,
    next: time,
    year: time,
  }),
  document: z.strictObject({
    id,
    kind: documentKindSchema,
    number: text,
    version: time,
    dealId: id,
    partyId: id,
    basedOn: id.nullable(),
    title: text,
    status: z.enum(documentStatuses),
    date: day,
    validUntil: day.nullable(),
    currency: text,
    net: time,
    gross: time,
    language: languageSchema,
    templateId: id.nullable(),
    templateHash: hash.nullable(),
    data: documentDataSchema,
    authorId: id,
    decidedAt: time.nullable(),
    note: text,
    createdAt: time,
  }),
  payment: z.strictObject({
    id,
    dealId: id,
    partyId: id,
    documentId: id.nullable(),
    reversesId: id.nullable(),
    amount: time,
    currency: text,
    paidOn: day,
    method: z.enum(paymentMethods),
    note: text,
    authorId: id,
    createdAt: time,
  }),
} as const;
