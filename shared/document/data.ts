import { z } from 'zod';
import { languageSchema } from '#shared/settings/contract.ts';

export const documentKinds = ['quote', 'order', 'invoice', 'contract', 'jobSheet', 'dealReport'] as const;
export const documentKindSchema = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKindSchema>;
/** For the shop's own people: no client agrees to it. */
export const internalKinds: ReadonlySet<DocumentKind> = new Set(['jobSheet', 'dealReport']);

const text = z.string();
/** Integer minor units of the document's currency. */
const money = z.int();
/** UTC milliseconds, shown in the document's time zone. */
const moment = z.int();
const calendarDate = z.iso.date();
/** Basis points: 2100 is 21 %. */
const rate = z.int().min(0);
const millimetres = z.number().positive();

const sellerSchema = z.object({
  name: text,
  legalName: text,
  taxId: text,
  address: text,
  phone: text,
  email: text,
  /** Bank and account, one line each. */
  bank: text,
});

const buyerSchema = z.object({
  name: text,
  company: text,
  taxId: text,
  address: text,
  phone: text,
  email: text,
  contact: text,
});

const lineSchema = z.object({
  position: z.int().positive(),
  name: text,
  description: text,
  /** Where it goes: "Kitchen". */
  place: text,
  width: millimetres.nullable(),
  height: millimetres.nullable(),
  pieces: z.number().nullable(),
  quantity: z.number(),
  unit: text,
  unitPrice: money,
  discountPercent: z.number().min(0).max(100),
  taxRate: rate,
  net: money,
  tax: money,
  gross: money,
});
export type DocumentLine = z.infer<typeof lineSchema>;

const totalsSchema = z.object({
  net: money,
  taxes: z.array(z.object({ rate, base: money, tax: money })),
  gross: money,
  discount: money,
  paid: money,
  balance: money,
});

const visitSchema = z.object({ at: moment, leaveAt: moment.nullable(), address: text, assignee: text });

const reportSchema = z.object({
  stages: z.array(z.object({ name: text, enteredAt: moment, leftAt: moment.nullable() })),
  tasks: z.array(
    z.object({
      title: text,
      assignee: text,
      dueAt: moment.nullable(),
      doneAt: moment.nullable(),
      result: text,
      escalatedAt: moment.nullable(),
    }),
  ),
  payments: z.array(z.object({ date: calendarDate, amount: money, method: text })),
});

/** Everything a document says, in raw values: the docx and the PDF are both made from it. What isn't known is '' or null. */
export const documentDataSchema = z.object({
  kind: documentKindSchema,
  language: languageSchema,
  /** ISO 3166; with the language it says how dates and amounts are written. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** IANA name: "Europe/Madrid". */
  timeZone: text,
  number: text,
  version: z.int().positive(),
  date: calendarDate,
  validUntil: calendarDate.nullable(),
  title: text,
  seller: sellerSchema,
  buyer: buyerSchema,
  lines: z.array(lineSchema),
  totals: totalsSchema,
  visit: visitSchema.nullable(),
  notes: text,
  terms: text,
  /** Values of the shop's own fields. */
  custom: z.array(z.object({ label: text, value: text })),
  report: reportSchema.nullable(),
});
export type DocumentData = z.infer<typeof documentDataSchema>;
