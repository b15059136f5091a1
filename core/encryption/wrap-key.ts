import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { wrappedSchema } from '#core/encryption/keys-file.ts';

type Wrapped = z.infer<typeof wrappedSchema>;

/** What a guess takes: of a passphrase half a second and 128 MiB; a recovery code can't be guessed, so it takes next to nothing. */
const costs = { passphrase: { N: 2 ** 17, r: 8, p: 1 }, recoveryCode: { N: 2 ** 12, r: 8, p: 1 } } as const;

/** @returns 64 hexadecimal digits */
export function createDataKey(): string {
  return randomBytes(32).toString('hex');
}

/** What tells whether a key is the right one, and nothing else of it. */
export function checkOfKey(key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update('cartera check').digest('hex');
}

/** Encrypts the data's key with what a person knows. */
export async function wrapKey(key: string, secret: string, kind: keyof typeof costs): Promise<Wrapped> {
  const cost = costs[kind];
  const [salt, nonce] = [randomBytes(32), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await stretch(secret, { salt, ...cost }), nonce);
  const sealed = Buffer.concat([cipher.update(Buffer.from(key, 'hex')), cipher.final(), cipher.getAuthTag()]);
  return { ...cost, salt: salt.toString('base64'), nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/** The data's key; null when it was encrypted with something else. */
export async function unwrapKey({ salt, nonce, sealed, N, r, p }: Wrapped, secret: string): Promise<string | null> {
  const bytes = Buffer.from(sealed, 'base64');
  const stretched = await stretch(secret, { salt: Buffer.from(salt, 'base64'), N, r, p });
  const decipher = createDecipheriv('aes-256-gcm', stretched, Buffer.from(nonce, 'base64'));
  decipher.setAuthTag(bytes.subarray(-16));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('hex');
  } catch {
    return null;
  }
}

/** Whether a key is that of the data with this check. */
export function isKeyOf(key: string, check: string): boolean {
  return timingSafeEqual(Buffer.from(checkOfKey(key)), Buffer.from(check));
}

interface Cost {
  readonly salt: Uint8Array;
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

function stretch(secret: string, { salt, N, r, p }: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Letters that look the same are the same, on whatever keyboard they were typed.
    scrypt(secret.normalize('NFKC'), salt, 32, { N, r, p, maxmem: 512 * 1024 * 1024 }, (error, made) =>
      error ? reject(error) : resolve(made),
    );
  });
}
