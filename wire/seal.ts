import { diffieHellman, hkdfSync, randomBytes, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { FaultCode } from '#shared/sync/protocol.ts';
import { bodyLimit, unwrapBody, wrapBody } from '#wire/body.ts';
import { decrypt, encrypt, keyBytes, nonceBytes } from '#wire/cipher.ts';
import { parseHeader, writeHeader } from '#wire/envelope.ts';
import type { Header, MessageKind } from '#wire/envelope.ts';
import { createEphemeral, privateKey, publicKey, publicKeysOf } from '#wire/keys.ts';
import type { IdentityKeys, PublicKeys } from '#wire/keys.ts';

/** What answers to one request are sealed with: 32 bytes that only its sender and its receiver have. */
export type AnswerKey = Buffer;

export interface SealFault {
  readonly type: 'fault';
  readonly code: Extract<FaultCode, 'malformed' | 'tampered' | 'notForYou' | 'wrongCompany' | 'tooLarge'>;
}

export type OpenedRequest =
  | { readonly type: 'opened'; readonly header: Header; readonly body: unknown; readonly answerKey: AnswerKey }
  | SealFault;

const signatureBytes = 64;
const answerHeader = Buffer.of(0x43, 0x41, 1);

export interface RequestToSeal {
  readonly company: string;
  readonly from: { readonly id: string; readonly keys: IdentityKeys };
  readonly to: { readonly id: string; readonly keys: PublicKeys };
  readonly incarnation: string;
  readonly kind?: MessageKind;
  /** Bytes, or what JSON can say. */
  readonly body: unknown;
}

/** Compresses, encrypts for the receiver and signs. @throws when the receiver's keys aren't keys: check them with `publicKeysSchema` */
export function sealRequest({ company, from, to, incarnation, kind = 'request', body }: RequestToSeal): {
  readonly bytes: Buffer;
  readonly answerKey: AnswerKey;
} {
  const ephemeral = createEphemeral();
  const header = writeHeader({ kind, company, from: from.id, to: to.id, incarnation }, ephemeral.raw);
  const secret = diffieHellman({ privateKey: ephemeral.key, publicKey: publicKey('X25519', to.keys.agreement) });
  const { answerKey, ...use } = deriveKeys({ secret, ephemeral: ephemeral.raw, receiver: to.keys.agreement });
  const signed = Buffer.concat([header, encrypt(wrapBody(body), { ...use, header })]);
  const signature = sign(null, signed, privateKey('Ed25519', from.keys.signing));
  return { bytes: Buffer.concat([signed, signature]), answerKey };
}

/** Who sent a message to whom; nothing of it is proven yet. Null when it isn't one. */
export function readHeader(bytes: Uint8Array): Header | null {
  return parseHeader(bytes)?.header ?? null;
}

export interface RequestToOpen {
  readonly company: string;
  /** The receiver, who opens it. */
  readonly to: { readonly id: string; readonly keys: IdentityKeys };
  /** Of the one that the header says it is from. */
  readonly senderKeys: PublicKeys;
  readonly maxBytes?: number;
}

/** Checks that a message is from whom it says, for this receiver and unchanged, and opens it. */
export function openRequest(bytes: Uint8Array, { company, to, senderKeys, maxBytes = bodyLimit }: RequestToOpen): OpenedRequest {
  const read = parseHeader(bytes);
  if (read === null || bytes.length < read.length + signatureBytes) return fault('malformed');
  if (read.header.company !== company) return fault('wrongCompany');
  if (read.header.to !== to.id) return fault('notForYou');
  const signed = bytes.subarray(0, bytes.length - signatureBytes);
  if (!isSignedBy(senderKeys, signed, bytes.subarray(signed.length))) return fault('tampered');
  const secret = agree(privateKey('X25519', to.keys.agreement), read.ephemeral);
  if (secret === null) return fault('malformed');
  const receiver = publicKeysOf(to.keys).agreement;
  const { answerKey, ...use } = deriveKeys({ secret, ephemeral: read.ephemeral, receiver });
  const plain = decrypt(signed.subarray(read.length), { ...use, header: signed.subarray(0, read.length) });
  // The sender signed it: it was sealed for keys that the receiver had before, or never had.
  if (plain === null) return fault('notForYou');
  const unwrapped = unwrapBody(plain, maxBytes);
  if (unwrapped.type === 'fault') return fault(unwrapped.code);
  return { type: 'opened', header: read.header, body: unwrapped.body, answerKey };
}

/** Seals an answer with the key of its request, which also proves who it is from. */
export function sealAnswer(answerKey: AnswerKey, body: unknown): Buffer {
  // A request that came twice may be answered in two ways with one key.
  const nonce = randomBytes(nonceBytes);
  return Buffer.concat([answerHeader, nonce, encrypt(wrapBody(body), { key: answerKey, nonce, header: answerHeader })]);
}

export type OpenedAnswer = { readonly type: 'opened'; readonly body: unknown } | SealFault;

/** Opens the answer to one's own request. */
export function openAnswer(answerKey: AnswerKey, bytes: Uint8Array, maxBytes = bodyLimit): OpenedAnswer {
  const start = answerHeader.length;
  const header = bytes.subarray(0, start);
  if (!answerHeader.equals(header)) return fault('malformed');
  const nonce = bytes.subarray(start, start + nonceBytes);
  if (nonce.length < nonceBytes) return fault('malformed');
  const plain = decrypt(bytes.subarray(start + nonceBytes), { key: answerKey, nonce, header });
  if (plain === null) return fault('tampered');
  const unwrapped = unwrapBody(plain, maxBytes);
  return unwrapped.type === 'fault' ? fault(unwrapped.code) : { type: 'opened', body: unwrapped.body };
}

interface Agreed {
  readonly secret: Uint8Array;
  readonly ephemeral: Uint8Array;
  readonly receiver: string;
}

/** The secret is of this message alone, so its nonce may come from it too. */
function deriveKeys({ secret, ephemeral, receiver }: Agreed) {
  const salt = Buffer.concat([ephemeral, Buffer.from(receiver, 'base64url')]);
  const derived = Buffer.from(hkdfSync('sha256', secret, salt, 'cartera sealed 1', keyBytes + nonceBytes + keyBytes));
  return {
    key: derived.subarray(0, keyBytes),
    nonce: derived.subarray(keyBytes, keyBytes + nonceBytes),
    answerKey: derived.subarray(keyBytes + nonceBytes),
  };
}

function isSignedBy({ signing }: PublicKeys, signed: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(null, signed, publicKey('Ed25519', signing), signature);
  } catch {
    return false;
  }
}

function agree(own: KeyObject, ephemeral: Uint8Array): Buffer | null {
  try {
    return diffieHellman({ privateKey: own, publicKey: publicKey('X25519', Buffer.from(ephemeral).toString('base64url')) });
  } catch {
    return null;
  }
}

function fault(code: SealFault['code']): SealFault {
  return { type: 'fault', code };
}
