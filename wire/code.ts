import { hkdfSync, randomBytes } from 'node:crypto';
import { inGroups, readGroups, toBase32 } from '#wire/base32.ts';

const codeBytes = 10;
const codeLetters = 16;

/** A code to be used once, 80 bits: "K7QD-M2XP-9RTB-4HWA". */
export function createCode(): string {
  return inGroups(toBase32(randomBytes(codeBytes)));
}

/** A code as it was typed, put right: in small letters, with spaces or none, O for 0, I or L for 1. Null when it can't be one. */
export function readCode(typed: string): string | null {
  return readGroups(typed, codeLetters);
}

/** By what head office finds the invitation of a code; the code doesn't follow from it. @param code as `readCode` gives it */
export function codeId(code: string): string {
  return derive(code, 'id', 16).toString('hex');
}

/** What is sealed with a code is sealed with this: see `sealWithSecret`, kind 'key'. */
export function codeKey(code: string): string {
  return derive(code, 'key', 32).toString('base64url');
}

function derive(code: string, use: 'id' | 'key', bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', code, '', `cartera code ${use} 1`, bytes));
}
