import { z } from 'zod';
import { bucketCount } from '#shared/sync/digest.ts';

/** The version of what copies say to one another. Head office names the lowest that may still write. */
export const protocolVersion = 1;
/** How much a message holds at most before it is compressed and cut into frames: changes, and bytes. */
export const changesInBatch = 2000;
export const frameBytes = 512 * 1024;

const stamp = z.string().min(14).max(21);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const counter = z.number().int().min(0);
const digestSchema = z.object({ high: z.number().int(), low: z.number().int() });

/** Records as columns: see pack.ts. */
export const packedSchema = z.array(z.object({ type: z.string(), shape: z.string(), columns: z.array(z.array(z.unknown())) }));

/**
 * Changes that a copy sends in one piece. `counter` goes up by one; `hash` is the SHA-256 of `previous` and the packed changes as JSON, so
 * that a batch sent twice is the same, and two copies of one disk are found out.
 */
export const batchSchema = z.object({ counter, previous: hash, hash, changes: packedSchema });
export type Batch = z.infer<typeof batchSchema>;

export const syncRequestSchema = z.object({
  kind: z.literal('sync'),
  protocol: z.number().int(),
  /** The version of the sender's database, for head office's overview. */
  schema: z.number().int(),
  /** The version of the sender's program, such as "0.1.0". */
  program: z.string().max(40),
  /** The sender's wall clock, UTC milliseconds. */
  at: z.number(),
  /** Given where it travels in a file: nobody knows for how long. */
  byFile: z.literal(true).optional(),
  /** Which life of head office's data `cursor` counts in; null before the first time. */
  epoch: z.string().nullable(),
  /** Up to where the sender has what head office sent. */
  cursor: counter,
  /** The last batch that head office said it has. */
  acknowledged: z.object({ counter, hash }),
  batch: batchSchema.nullable(),
  /** How many changes wait at the sender besides this batch. */
  waiting: z.number().int().min(0),
  /** How many records to send at most; 0 asks for none, where only the batch is to be delivered. */
  records: z.number().int().min(0).max(10_000),
});
export type SyncRequest = z.infer<typeof syncRequestSchema>;

/** Why a change was not taken. Stable; put into words where it is shown. */
export const refusalCodes = ['invalid', 'tooLarge', 'notYours', 'wholeNeeded', 'outOfScope'] as const;
export type RefusalCode = (typeof refusalCodes)[number];

const pushAnswer = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('taken'),
    counter,
    hash,
    /** By the change's position in the batch. `hasOther` says that head office has a version of its own, which comes with the next page. */
    refused: z.array(z.object({ index: z.number().int(), code: z.enum(refusalCodes) })),
    /** Stamps from the future that were set back, old to new. */
    restamped: z.array(z.tuple([stamp, stamp])),
  }),
  /** Another copy with the same identity sent something else under this counter: begin a new line of batches. */
  z.object({ type: z.literal('forked') }),
  /** Batches before this one are missing: `expected` is the next one wanted. */
  z.object({ type: z.literal('missing'), expected: counter }),
  /** The sender's program is too old to write. */
  z.object({ type: z.literal('outdated'), minimum: z.number().int() }),
]);

export const pageSchema = z.object({
  from: counter,
  /** The cursor after this page. */
  next: counter,
  /** Where head office is. */
  head: counter,
  changes: packedSchema,
  /** Records that are the receiver's no longer, as type and id. */
  leaves: z.array(z.tuple([z.string(), z.string()])),
});
export type Page = z.infer<typeof pageSchema>;

export const syncResponseSchema = z.object({
  kind: z.literal('sync'),
  at: z.number(),
  epoch: z.string(),
  push: pushAnswer.nullable(),
  /** Null when the epoch is another than the sender's: reconcile first. */
  page: pageSchema.nullable(),
  /** What the receiver should have after this page, when it is the last. */
  digest: digestSchema.nullable(),
});
export type SyncResponse = z.infer<typeof syncResponseSchema>;

/** Asks how the sender's scope sums up, by bucket, or for the versions of one bucket's records, or for records themselves. */
export const compareRequestSchema = z.discriminatedUnion('ask', [
  z.object({ kind: z.literal('compare'), ask: z.literal('buckets') }),
  z.object({
    kind: z.literal('compare'),
    ask: z.literal('bucket'),
    bucket: z
      .number()
      .int()
      .min(0)
      .max(bucketCount - 1),
  }),
  z.object({
    kind: z.literal('compare'),
    ask: z.literal('records'),
    records: z.array(z.tuple([z.string(), z.string()])).max(changesInBatch),
  }),
]);
export type CompareRequest = z.infer<typeof compareRequestSchema>;

export const compareResponseSchema = z.discriminatedUnion('ask', [
  z.object({
    kind: z.literal('compare'),
    ask: z.literal('buckets'),
    epoch: z.string(),
    head: counter,
    buckets: z.array(digestSchema),
  }),
  z.object({
    kind: z.literal('compare'),
    ask: z.literal('bucket'),
    records: z.array(z.tuple([z.string(), z.string(), z.number().int(), z.number().int()])),
  }),
  z.object({
    kind: z.literal('compare'),
    ask: z.literal('records'),
    changes: packedSchema,
    /** Those the sender may not have. */
    leaves: z.array(z.tuple([z.string(), z.string()])),
  }),
]);
export type CompareResponse = z.infer<typeof compareResponseSchema>;

/** A whole message is refused. */
export const faultCodes = [
  'unknownDevice',
  'revoked',
  'wrongCompany',
  'malformed',
  'tampered',
  'tooLarge',
  'tooMany',
  'notForYou',
  'busy',
  'unknownRequest',
  /** Was there before: seal anew and send again. */
  'replayed',
  'tooSlow',
  /** Nobody is asked to join with it, or not any more. */
  'wrongCode',
  /** Something went wrong at head office. */
  'failed',
] as const;
export type FaultCode = (typeof faultCodes)[number];
export const faultSchema = z.object({ kind: z.literal('fault'), code: z.enum(faultCodes) });
export type Fault = z.infer<typeof faultSchema>;
