import { createCipheriv, createDecipheriv } from 'node:crypto';

export const tagBytes = 16;
export const nonceBytes = 12;
export const keyBytes = 32;

interface Use {
  readonly key: Uint8Array;
  /** Never twice with one key. */
  readonly nonce: Uint8Array;
  /** What isn't secret but must not be changed either. */
  readonly header: Uint8Array;
}

/** AES-256-GCM: what is encrypted, then its tag. */
export function encrypt(plain: Uint8Array, { key, nonce, header }: Use): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(header);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @returns null when it isn't what was encrypted with that key */
export function decrypt(encrypted: Uint8Array, { key, nonce, header }: Use): Buffer | null {
  if (encrypted.length < tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(header);
  decipher.setAuthTag(encrypted.subarray(encrypted.length - tagBytes));
  const plain = decipher.update(encrypted.subarray(0, encrypted.length - tagBytes));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return null;
  }
}
