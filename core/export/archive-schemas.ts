import { automationSchemas } from '#core/export/archive-automation-schemas.ts';
import { z } from 'zod';
import { branchSchema } from '#shared/branch/branch.ts';
import { conflictSchema } from '#shared/conflict/conflict.ts';
import { activityTypeSchema, callOutcomes } from '#shared/activity/contract.ts';
import { documentSchemas } from '#core/export/archive-document-schemas.ts';
import { leadSchemas } from '#core/export/archive-lead-schemas.ts';
import { taskSchemas } from '#core/export/archive-task-schemas.ts';
import { customFieldOwnerSchema, customFieldTypeSchema } from '#shared/custom-field/types.ts';
import { dateSchema, dealStatusSchema, unitSchema } from '#shared/deal/fields.ts';
import { actKinds } from '#shared/history/contract.ts';
import { mappingSchema } from '#shared/import/mapping.ts';
import { amountSchema, currencySchema, rateSchema } from '#shared/money/money.ts';
import { channelSchema, messengerServices, partyKindSchema, partyTypeSchema } from '#shared/party/fields.ts';
import { roleRowSchema, teamSchema } from '#shared/people/contract.ts';
import { roleSchema } from '#shared/people/role.ts';
import { askableFieldSchema, cardFields, stageColours } from '#shared/pipeline/contract.ts';
import { consentSchema } from '#shared/privacy/contract.ts';
import { settingsSchema } from '#shared/settings/contract.ts';
import { workingHoursSchema } from '#shared/time/working-hours.ts';

// The lines of an archive. Stricter than the inputs of procedures, for no field may be missing or unknown, and laxer, for
// whatever was once kept must come back: lengths aren't judged again.

const id = z.string().min(1).max(64);
const time = z.number().int();
const text = z.string();
const texts = z.array(text);
/** What has a value of its own when nothing was said may be absent. */
const point = { id: text, label: text.optional() };

/** Those of before there were roles name the one owner and nothing more. */
const user = z.strictObject({
  id,
  name: text,
  role: roleSchema.optional(),
  headId: id.nullable().optional(),
  phone: text.optional(),
  email: text.optional(),
  branchId: id.nullable().optional(),
  teamId: id.nullable().optional(),
  timeZone: text.optional(),
  workingHours: workingHoursSchema.nullable().optional(),
  createdAt: time,
  archivedAt: time.nullable().optional(),
});
const role = z.strictObject({ ...roleRowSchema.shape, id });
const team = z.strictObject({ ...teamSchema.shape, id });
const setting = z.strictObject({ id, value: z.unknown() }).superRefine(({ id: name, value }, context) => {
  if (!Object.hasOwn(settingsSchema.shape, name)) return;
  const { success } = settingsSchema.shape[name as keyof typeof settingsSchema.shape].safeParse(value);
  if (!success) context.addIssue({ code: 'custom', path: ['value'], message: name });
});
const customField = z.strictObject({
  id,
  key: text,
  label: text,
  type: customFieldTypeSchema,
  options: texts,
  partyType: customFieldOwnerSchema.nullable(),
  position: time,
});
const importTemplate = z.strictObject({ id, name: text, mapping: mappingSchema });
const party = z.strictObject({
  id,
  type: partyTypeSchema,
  kind: partyKindSchema,
  isKey: z.union([z.literal(0), z.literal(1)]).default(0),
  givenName: text,
  middleName: text,
  familyName: text,
  nickname: text,
  jobTitle: text,
  birthday: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  name: text,
  legalName: text,
  industry: text,
  phones: z.array(
    z.strictObject({
      ...point,
      raw: text,
      e164: text.nullable(),
      extension: text.optional(),
    }),
  ),
  emails: z.array(
    z.strictObject({
      ...point,
      address: text,
    }),
  ),
  addresses: z.array(
    z
      .strictObject({
        ...point,
        street: text,
        city: text,
        region: text,
        postalCode: text,
        country: text,
      })
      .partial({
        street: true,
        city: true,
        region: true,
        postalCode: true,
        country: true,
      }),
  ),
  messengers: z.array(
    z.strictObject({
      ...point,
      service: z.enum(messengerServices).optional(),
      handle: text,
    }),
  ),
  webPages: z.array(
    z.strictObject({
      ...point,
      url: text,
    }),
  ),
  tags: texts,
  groups: texts,
  taxId: text,
  ownerId: id.nullable(),
  branchId: text.nullable(),
  sharedWith: texts.default([]),
  source: text,
  preferences: text,
  preferredChannel: channelSchema.nullable(),
  doNotContact: z.array(channelSchema),
  notes: text,
  custom: z.record(z.string(), z.union([text, z.number(), z.boolean(), texts])),
  createdAt: time,
  updatedAt: time,
  deletedAt: time.nullable(),
});
const link = z.strictObject({ id, contactId: id, companyId: id, role: text, createdAt: time });
const activity = z.strictObject({
  id,
  partyId: id,
  type: activityTypeSchema,
  text,
  happenedAt: time,
  direction: z.enum(['in', 'out']).nullable(),
  outcome: z.enum(callOutcomes).nullable(),
  duration: time.nullable(),
  dealId: id.nullable().default(null),
  taskId: id.nullable().default(null),
  phone: text.default(''),
  authorId: id,
  createdAt: time,
});
const pipeline = z.strictObject({
  id,
  name: text,
  position: time,
  cardFields: z.array(z.enum(cardFields)),
  createdAt: time,
  archivedAt: time.nullable(),
});
const stage = z.strictObject({
  id,
  pipelineId: id,
  name: text,
  position: time,
  probability: z.number().int().min(0).max(100),
  rottingDays: time.nullable(),
  colour: z.enum(stageColours),
  requiredFields: z.array(askableFieldSchema),
  archivedAt: time.nullable(),
});
const lostReason = z.strictObject({ id, name: text, position: time, archivedAt: time.nullable() });
const product = z.strictObject({
  id,
  name: text,
  code: text,
  category: text,
  description: text,
  kind: z.enum(['goods', 'service']),
  unit: unitSchema,
  taxRate: rateSchema.nullable(),
  createdAt: time,
  archivedAt: time.nullable(),
});
const priceList = z.strictObject({ id, name: text, currency: currencySchema, position: time, archivedAt: time.nullable() });
const price = z.strictObject({ id, productId: id, priceListId: id, amount: amountSchema });
const deal = z.strictObject({
  id,
  title: text,
  partyId: id,
  pipelineId: id,
  stageId: id,
  status: dealStatusSchema,
  ownerId: id.nullable(),
  branchId: text.nullable(),
  currency: currencySchema,
  pricesIncludeTax: z.boolean(),
  estimate: amountSchema,
  ownProbability: z.number().int().min(0).max(100).nullable(),
  expectedClose: dateSchema.nullable(),
  source: text,
  channel: text,
  siteAddress: text,
  visitAt: time.nullable(),
  leaveAt: time.nullable(),
  workAt: time.nullable(),
  workMinutes: time.nullable(),
  notes: text,
  custom: z.record(z.string(), z.union([text, z.number(), z.boolean(), texts])),
  leadId: id.nullable(),
  lostReasonId: id.nullable(),
  lostNote: text,
  stageSince: time,
  closedAt: time.nullable(),
  createdAt: time,
  updatedAt: time,
  deletedAt: time.nullable(),
});
const dealContact = z.strictObject({ id, dealId: id, partyId: id, role: text, createdAt: time });
const dealLine = z.strictObject({
  id,
  dealId: id,
  position: time,
  productId: id.nullable(),
  name: text,
  description: text,
  place: text,
  width: time.nullable(),
  height: time.nullable(),
  pieces: z.number(),
  unit: unitSchema,
  unitPrice: amountSchema,
  discount: rateSchema,
  taxRate: rateSchema,
});
const file = z.strictObject({
  id,
  partyId: id,
  name: text,
  mediaType: text,
  size: time,
  dealId: id.nullable().default(null),
  activityId: id.nullable().default(null),
  createdAt: time,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

const branch = z.strictObject({ ...branchSchema.shape, id });
const consent = z.strictObject({ ...consentSchema.shape, id, given: z.union([z.literal(0), z.literal(1)]) });
const conflict = z.strictObject({ ...conflictSchema.shape, id });

/** By the record type's name. */
export const archiveRecordSchemas: Readonly<Record<string, z.ZodType<{ readonly id: string }>>> = {
  role,
  team,
  user,
  setting,
  custom_field: customField,
  import_template: importTemplate,
  party,
  link,
  branch,
  conflict,
  consent,
  pipeline,
  stage,
  lost_reason: lostReason,
  product,
  price_list: priceList,
  price,
  deal,
  deal_contact: dealContact,
  deal_line: dealLine,
  ...leadSchemas,
  activity,
  file,
  ...documentSchemas,
  ...automationSchemas,
  ...taskSchemas,
};

export const archivedActSchema = z.strictObject({
  seq: time,
  id,
  kind: z.enum(actKinds),
  actor_id: id,
  actor_name: text,
  at: time,
  subject: text,
  records: time,
  undoes: id.nullable(),
  undone_by: id.nullable(),
});
export type ArchivedAct = z.infer<typeof archivedActSchema>;

export const archivedHistorySchema = z.strictObject({
  seq: time,
  act_seq: time,
  record_type: text,
  record_id: id,
  operation: z.enum(['create', 'update', 'purge']),
  changes: text.nullable(),
});
export type ArchivedHistory = z.infer<typeof archivedHistorySchema>;

export const archivedAuditSchema = z.strictObject({
  seq: time,
  at: time,
  user_id: text,
  user_name: text,
  kind: text,
  record_type: text.nullable(),
  record_id: text.nullable(),
  subject: text,
  details: text,
  salt: text,
  words_hash: text,
  hash: text,
  erased_by: time.nullable(),
});
export type ArchivedAudit = z.infer<typeof archivedAuditSchema>;

export const manifestSchema = z.object({
  program: z.literal('Cartera'),
  version: z.string(),
  format: z.number().int().min(1),
  /** The files of records within the archive; those not named hold nothing. */
  records: z.array(z.string()),
});
