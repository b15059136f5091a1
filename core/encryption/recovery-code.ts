import { createHash, randomBytes } from 'node:crypto';
import { fromBase32, inGroups, readGroups, toBase32 } from '#wire/base32.ts';

const randomLength = 13;
const checkLength = 2;
const letters = 24;
/** Of four letters each. */
export const recoveryGroups = 6;

/** A code to be printed: six groups of four letters, 104 random bits and 16 that tell a mistyped one. */
export function createRecoveryCode(): string {
  const random = randomBytes(randomLength);
  return inGroups(toBase32(Buffer.concat([random, checkOf(random)])));
}

/** A code as it was typed, put right. Null when a letter is wrong or missing. */
export function readRecoveryCode(typed: string): string | null {
  const code = readGroups(typed, letters);
  if (code === null) return null;
  const bytes = fromBase32(code.replaceAll('-', ''));
  return checkOf(bytes.subarray(0, randomLength)).equals(bytes.subarray(randomLength)) ? code : null;
}

function checkOf(random: Uint8Array): Buffer {
  return createHash('sha256').update('cartera recovery code').update(random).digest().subarray(0, checkLength);
}
