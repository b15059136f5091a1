import { z } from 'zod';
import { dealInputShape } from '#shared/deal/fields.ts';
import { filterSchema } from '#shared/filter/filter.ts';
import { fieldsMissing } from '#shared/pipeline/contract.ts';
import { byIdSchema, declare, idSchema, notFound, pageSchema, refused } from '#shared/procedure.ts';

/** How a request came in. */
export const leadChannels = ['manual', 'form', 'api', 'file', 'email', 'call', 'message'] as const;
export const leadStatuses = ['new', 'accepted', 'rejected'] as const;

const line = (max: number) => z.string().trim().max(max);

/** What a request may say. Something to call back by, or a name of a person or company, has to be there. */
export const leadShape = {
  /** What it is about, in a few words. */
  title: line(200),
  name: line(200),
  companyName: line(200),
  phones: z.array(line(100).min(1)).max(20),
  emails: z.array(line(254).min(3)).max(20),
  text: z.string().max(100_000),
  /** Where it came from: "site", "Instagram"... */
  source: line(200),
  channel: z.enum(leadChannels),
  /** Whatever else a form sent, by name. */
  details: z.record(z.string().max(120), z.string().max(10_000)),
  ownerId: idSchema.nullable(),
  branchId: idSchema.nullable(),
};

export const leadSchema = z.object({
  ...leadShape,
  id: z.string(),
  externalId: z.string().nullable(),
  status: z.enum(leadStatuses),
  /** Who asks: recognised by phone or email, else added with the request. */
  partyId: z.string().nullable(),
  partyTitle: z.string(),
  partyType: z.enum(['contact', 'company']).nullable(),
  /** True when the card was added with this request. */
  hasNewParty: z.boolean(),
  dealId: z.string().nullable(),
  ownerName: z.string(),
  rejectReason: z.string(),
  receivedAt: z.number(),
  handledAt: z.number().nullable(),
  handledByName: z.string(),
  /** When the earliest open task for it is due. */
  nextTaskAt: z.number().nullable(),
  createdAt: z.number(),
});
export type Lead = z.infer<typeof leadSchema>;

const leadInput = z.object(leadShape).partial();
export type LeadInput = z.infer<typeof leadInput>;

const handled = { LEAD_HANDLED: { status: 409, data: z.object({ id: z.string(), status: z.enum(leadStatuses) }) } } as const;
const tags = ['Leads'];

export const leadContract = {
  /** Newest first; the open ones are those with status "new". */
  list: declare('lead.see')
    .route({ method: 'POST', path: '/leads/list', operationId: 'listLeads', tags, summary: 'Incoming requests' })
    .errors(refused)
    .input(
      pageSchema.extend({
        status: z.enum(leadStatuses).optional(),
        ownerId: idSchema.optional(),
        partyId: idSchema.optional(),
        text: z.string().max(200).default(''),
        where: filterSchema.optional(),
      }),
    )
    .output(z.object({ rows: z.array(leadSchema), total: z.number().int(), newCount: z.number().int() })),
  get: declare('lead.see')
    .route({ method: 'GET', path: '/leads/{id}', operationId: 'getLead', tags, summary: 'A request' })
    .errors(notFound)
    .input(byIdSchema)
    .output(leadSchema),
  /**
   * For a site's form, too. The client is recognised by phone or email, or a card is added. Sent again with the same
   * `externalId` and `source` (two forms may count alike) it is the same request: it is answered as it is, and nothing is
   * added. Without an `externalId`, what says the same in everything within two minutes is the same. Without name, phone and
   * email: REFUSED (field "name", code "nobody").
   */
  create: declare('lead.create')
    .route({ method: 'POST', path: '/leads', operationId: 'createLead', tags, summary: 'Take in a request', successStatus: 201 })
    .errors(refused)
    .input(
      leadInput.extend({
        externalId: line(200).min(1).optional(),
        receivedAt: z.number().int().optional(),
        partyId: idSchema.optional(),
      }),
    )
    .output(leadSchema),
  update: declare('lead.edit')
    .route({ method: 'PATCH', path: '/leads/{id}', operationId: 'updateLead', tags, summary: 'Change a request' })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend(leadInput.shape))
    .output(leadSchema),
  /** Makes a deal of it, whose tasks the request's open tasks become. The card becomes a client's if it was a lead's. */
  accept: declare('lead.edit')
    .route({ method: 'POST', path: '/leads/{id}/accept', operationId: 'acceptLead', tags, summary: 'Make a deal of a request' })
    .errors({ ...notFound, ...refused, ...handled, ...fieldsMissing })
    .input(
      byIdSchema.extend({
        deal: z
          .object({ ...dealInputShape, pipelineId: idSchema, stageId: idSchema })
          .omit({ partyId: true })
          .partial()
          .default({}),
      }),
    )
    .output(z.object({ lead: leadSchema, dealId: z.string(), actId: z.string() })),
  /** It belongs to a client (and deal) already there: what it says is written on that card; a card added with it goes. */
  merge: declare('lead.edit')
    .route({
      method: 'POST',
      path: '/leads/{id}/merge',
      operationId: 'mergeLead',
      tags,
      summary: 'Put a request to a client or deal',
    })
    .errors({ ...notFound, ...refused, ...handled })
    .input(byIdSchema.extend({ partyId: idSchema, dealId: idSchema.optional() }))
    .output(z.object({ lead: leadSchema, actId: z.string() })),
  /** Its open tasks are cancelled; a card added with it goes to the recycle bin if asked. */
  reject: declare('lead.edit')
    .route({ method: 'POST', path: '/leads/{id}/reject', operationId: 'rejectLead', tags, summary: 'Turn a request down' })
    .errors({ ...notFound, ...refused, ...handled })
    .input(byIdSchema.extend({ reason: line(500).min(1), removeCard: z.boolean().default(false) }))
    .output(z.object({ lead: leadSchema, actId: z.string() })),
  /** Takes in a file of requests (xlsx, xls, ods, csv, vcf, json, eml): the same file twice brings nothing new. */
  import: declare('lead.create')
    .route({ method: 'POST', path: '/leads/import', operationId: 'importLeads', tags, summary: 'Take in a file of requests' })
    .errors(refused)
    .input(z.object({ file: z.file().max(64 * 1024 * 1024), source: line(200).optional() }))
    .output(
      z.object({
        created: z.number().int(),
        known: z.number().int(),
        problems: z.array(z.object({ row: z.number().int(), code: z.string() })),
      }),
    ),
  /** The folder whose files are taken in, and what became of the last ones. */
  inbox: declare('lead.see')
    .route({ method: 'GET', path: '/leads/inbox', operationId: 'readInbox', tags, summary: 'The watched folder' })
    .output(
      z.object({
        folder: z.string(),
        files: z.array(
          z.object({
            name: z.string(),
            at: z.number(),
            created: z.number().int(),
            known: z.number().int(),
            /** Rows that could not be taken in. */
            problems: z.number().int(),
            /** Why it could not be read, a code as an import's; null when it could. */
            failure: z.string().nullable(),
          }),
        ),
      }),
    ),
};
