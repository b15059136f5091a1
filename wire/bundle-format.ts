import { z } from 'zod';

/** What files that carry changes or a branch's beginnings end in. */
export const bundleExtension = '.cartera';
/** The version of the file's format, in its first line. */
export const bundleFormat = 1;

const range = z.object({ from: z.number().int().min(0), to: z.number().int().min(0) });

/** What anybody may read at the head of a file; nothing of it is proven before the messages in it are opened. */
export const bundleManifestSchema = z.object({
  kind: z.enum(['bundle', 'branch-file']),
  company: z.string().min(1).max(200),
  from: z.string().max(200),
  to: z.string().max(200),
  /** UTC milliseconds. */
  madeAt: z.number().int(),
  /** Counts the files from this sender to this receiver, so that a missing one is noticed. */
  number: z.number().int().min(0),
  /** Of the batches in it. */
  counters: range.nullable(),
  /** From which to which cursor its receiver gets with it. */
  cursors: range.nullable(),
});
export type BundleManifest = z.infer<typeof bundleManifestSchema>;

/**
 * A file is two lines of text (its format, its manifest as JSON), then parts: each its length (4 bytes), its SHA-256 and its bytes. After the
 * last one stand four zeros, how many parts there were (4 bytes), and the SHA-256 of all that.
 */
export const firstLine = (format: number) => `cartera ${format}\n`;
export const manifestBytes = 64 * 1024;
export const checksumBytes = 32;
export const partBytes = 128 * 1024 * 1024;
