import { z } from 'zod';

/** Bytes of a file's content that travel in one piece: a message with it fits into one frame. */
export const contentPieceBytes = 256 * 1024;
/** Bytes: the largest file. */
export const contentLimit = 256 * 1024 * 1024;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const offset = z.number().int().min(0).max(contentLimit);

/** Files by the SHA-256 of their content. A copy may only name those that a record of its scope names. */
export const contentRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('content.missing'), hashes: z.array(hash).max(1000) }),
  z.object({
    kind: z.literal('content.put'),
    hash,
    offset,
    /** Bytes of the whole file. */
    total: z.number().int().min(0).max(contentLimit),
    /** Base64. */
    bytes: z.string().max(Math.ceil(contentPieceBytes / 3) * 4),
  }),
  z.object({ kind: z.literal('content.get'), hash, offset, length: z.number().int().min(1).max(contentPieceBytes) }),
]);
export type ContentRequest = z.infer<typeof contentRequestSchema>;

export const contentResponseSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('content.missing'),
    /** What head office lacks, with how many bytes of each it has already. */
    missing: z.array(z.object({ hash, received: offset })),
    /** What no record that the sender may have names, so that it isn't wanted yet. */
    unnamed: z.array(hash),
  }),
  z.object({
    kind: z.literal('content.put'),
    /** 'corrupt': the whole didn't hash to its name and was thrown away; begin anew. 'gap': go on at `received`. */
    outcome: z.enum(['taken', 'gap', 'corrupt', 'unnamed']),
    received: offset,
    isComplete: z.boolean(),
  }),
  z.object({
    kind: z.literal('content.get'),
    /** Null: it isn't here, or not for the sender. */
    piece: z.object({ total: offset, bytes: z.string() }).nullable(),
  }),
]);
export type ContentResponse = z.infer<typeof contentResponseSchema>;
