import { createHash, hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import { bodyLimit, unwrapBody, wrapBody } from '#wire/body.ts';
import { decrypt, encrypt, keyBytes, nonceBytes } from '#wire/cipher.ts';

/** What a message is for: one made for another purpose doesn't open, so nobody's own words can be sent back to them. */
export type SecretPurpose = 'enrolRequest' | 'enrolAnswer' | 'branchFile' | 'recovery';

export interface Secret {
  /** A `passphrase` is what people think up: guessing it is made slow. A `key` can't be guessed: at least 80 random bits. */
  readonly kind: 'passphrase' | 'key';
  readonly text: string;
  readonly purpose: SecretPurpose;
}

export type OpenedSecret =
  | { readonly type: 'opened'; readonly body: unknown }
  /** `tampered`: it was damaged on its way; `wrongSecret`: it is whole, and sealed with another one. */
  | { readonly type: 'fault'; readonly code: 'malformed' | 'tampered' | 'wrongSecret' | 'tooLarge' };

const magic = Buffer.of(0x43, 0x4b, 1);
const saltBytes = 16;
const sumBytes = 8;
/** 64 MB and a third of a second for each guess. */
const scryptOptions = { N: 2 ** 16, r: 8, p: 2, maxmem: 128 * 1024 * 1024 };
const kinds = ['passphrase', 'key'] as const;
const headerBytes = magic.length + 1 + saltBytes;

/** Compresses and encrypts for whoever knows the secret. */
export function sealWithSecret(secret: Secret, body: unknown): Buffer {
  const header = Buffer.concat([magic, Buffer.of(kinds.indexOf(secret.kind)), randomBytes(saltBytes)]);
  const sealed = Buffer.concat([header, encrypt(wrapBody(body), { ...derive(secret, header), header })]);
  return Buffer.concat([sealed, sumOf(sealed)]);
}

export function openWithSecret(secret: Secret, bytes: Uint8Array, maxBytes = bodyLimit): OpenedSecret {
  const header = bytes.subarray(0, headerBytes);
  const isOurs = magic.equals(bytes.subarray(0, magic.length)) && kinds[header[magic.length] ?? -1] === secret.kind;
  if (!isOurs || bytes.length < headerBytes + sumBytes) return { type: 'fault', code: 'malformed' };
  const sealed = bytes.subarray(0, bytes.length - sumBytes);
  if (!sumOf(sealed).equals(bytes.subarray(sealed.length))) return { type: 'fault', code: 'tampered' };
  const plain = decrypt(sealed.subarray(headerBytes), { ...derive(secret, header), header });
  if (plain === null) return { type: 'fault', code: 'wrongSecret' };
  const unwrapped = unwrapBody(plain, maxBytes);
  return unwrapped.type === 'fault' ? unwrapped : { type: 'opened', body: unwrapped.body };
}

/** The salt makes a key of its own for each message, so its nonce may come from it too. */
function derive({ kind, text, purpose }: Secret, header: Uint8Array) {
  const salt = header.subarray(magic.length + 1);
  // The same letters may be written in two ways, by another keyboard or system.
  const written = Buffer.from(text.normalize('NFKC'));
  const secret = kind === 'passphrase' ? scryptSync(written, salt, keyBytes, scryptOptions) : written;
  const derived = Buffer.from(hkdfSync('sha256', secret, salt, `cartera ${purpose} 1`, keyBytes + nonceBytes));
  return { key: derived.subarray(0, keyBytes), nonce: derived.subarray(keyBytes) };
}

/** Tells damage from a wrong secret; whoever changes it on purpose is told by the cipher. */
function sumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, sumBytes);
}
