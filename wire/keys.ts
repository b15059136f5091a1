import { createHash, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { inGroups, toBase32 } from '#wire/base32.ts';

/** 32 bytes, base64url. */
const rawKey = z.string().regex(/^[\w-]{43}$/);
const keyPairSchema = z.object({ public: rawKey, private: rawKey });

/** What others know of a device: what it signs with (Ed25519), and what is sealed for it (X25519). */
export const publicKeysSchema = z
  .object({ signing: rawKey, agreement: rawKey })
  .refine((keys) => isUsable(keys), { message: 'not usable as keys' });
export type PublicKeys = z.infer<typeof publicKeysSchema>;

export const identityKeysSchema = z.object({ signing: keyPairSchema, agreement: keyPairSchema });
/** A device's own keys, the private ones too. */
export type IdentityKeys = z.infer<typeof identityKeysSchema>;
type KeyPair = z.infer<typeof keyPairSchema>;

export function createIdentityKeys(): IdentityKeys {
  return {
    signing: rawPair(generateKeyPairSync('ed25519').privateKey),
    agreement: rawPair(generateKeyPairSync('x25519').privateKey),
  };
}

export function publicKeysOf({ signing, agreement }: IdentityKeys): PublicKeys {
  return { signing: signing.public, agreement: agreement.public };
}

/** Sixteen letters for people to compare: 80 bits of a hash of both keys. "K7QD-M2XP-9RTB-4HWA" */
export function fingerprintOf({ signing, agreement }: PublicKeys): string {
  const hash = createHash('sha256').update(`cartera keys ${signing} ${agreement}`).digest();
  return inGroups(toBase32(hash.subarray(0, 10)));
}

type Curve = 'Ed25519' | 'X25519';

/** Head office checks the same computers' signatures again and again; a fifth of opening a message would be making keys of text. */
const signers = new Map<string, KeyObject>();
const signersKept = 5000;
const privateKeys = new WeakMap<KeyPair, KeyObject>();

/** @throws when it isn't a key of that curve */
export function publicKey(curve: Curve, raw: string): KeyObject {
  const known = curve === 'Ed25519' ? signers.get(raw) : undefined;
  if (known) return known;
  const key = createPublicKey({ key: { kty: 'OKP', crv: curve, x: raw }, format: 'jwk' });
  // Those of the other curve are most often made for one message.
  if (curve === 'Ed25519') signers.set(raw, key);
  if (signers.size > signersKept) signers.delete(signers.keys().next().value ?? '');
  return key;
}

/** @throws when it isn't a pair of that curve */
export function privateKey(curve: Curve, pair: KeyPair): KeyObject {
  const known = privateKeys.get(pair);
  if (known) return known;
  const key = createPrivateKey({ key: { kty: 'OKP', crv: curve, x: pair.public, d: pair.private }, format: 'jwk' });
  privateKeys.set(pair, key);
  return key;
}

/** A pair for one message. */
export function createEphemeral(): { readonly key: KeyObject; readonly raw: Buffer } {
  const { privateKey: key } = generateKeyPairSync('x25519');
  return { key, raw: Buffer.from(rawPair(key).public, 'base64url') };
}

function rawPair(key: KeyObject): KeyPair {
  const { x, d } = key.export({ format: 'jwk' });
  if (x === undefined || d === undefined) throw new TypeError('a private key of an elliptic curve was expected');
  return { public: x, private: d };
}

/** Some points of the curve give the same secret to everybody; agreeing on one with those fails. */
function isUsable({ signing, agreement }: { readonly signing: string; readonly agreement: string }): boolean {
  try {
    publicKey('Ed25519', signing);
    return diffieHellman({ privateKey: createEphemeral().key, publicKey: publicKey('X25519', agreement) }).length > 0;
  } catch {
    return false;
  }
}
