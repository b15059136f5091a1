import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '#core/backup/disk.ts';

const base64 = z.base64();

/** The data's key, encrypted with what scrypt makes of a secret. The bounds keep a file that was meddled with from taking all memory. */
export const wrappedSchema = z.object({
  salt: base64,
  nonce: base64.length(16),
  sealed: base64.length(64),
  N: z
    .number()
    .int()
    .min(2)
    .max(2 ** 18),
  r: z.number().int().min(1).max(8),
  p: z.number().int().min(1).max(4),
});

const keysSchema = z.object({
  version: z.literal(1),
  /** Tells whether a key is the right one. */
  check: z.hex().length(64),
  passphrase: wrappedSchema.nullable(),
  recoveryCode: wrappedSchema,
  /** As the keychain of the operating system gave it. */
  keychain: base64.nullable(),
});
export type Keys = z.infer<typeof keysSchema>;

export type KeysRead = { readonly type: 'none' } | { readonly type: 'damaged' } | { readonly type: 'keys'; readonly keys: Keys };

/** The file and its twin: without it the data can't be opened by anybody, so one that is damaged must not be the only one. */
export const keysFiles = ['keys.json', 'keys.copy.json'] as const;

/** Reads what the data's key is kept in. */
export function readKeys(dataDirectory: string): KeysRead {
  const paths = keysFiles.map((name) => join(dataDirectory, name)).filter((path) => existsSync(path));
  if (paths.length === 0) return { type: 'none' };
  for (const path of paths) {
    const keys = parseKeys(readFileSync(path, 'utf8'));
    if (keys) return { type: 'keys', keys };
  }
  return { type: 'damaged' };
}

/** What the file says; null when it isn't as it was written. */
export function parseKeys(text: string): Keys | null {
  try {
    const { keys, sum } = z.object({ keys: z.unknown(), sum: z.string() }).parse(JSON.parse(text));
    return sumOf(keys) === sum ? keysSchema.parse(keys) : null;
  } catch {
    return null;
  }
}

export function keysText(keys: Keys): string {
  return `${JSON.stringify({ keys, sum: sumOf(keys) }, null, 2)}\n`;
}

/** Writes both, each at once or not at all. */
export function writeKeys(directory: string, keys: Keys) {
  for (const name of keysFiles) writeWhole(join(directory, name), keysText(keys));
}

function sumOf(keys: unknown): string {
  return createHash('sha256').update(JSON.stringify(keys)).digest('hex');
}
