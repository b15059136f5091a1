import { randomBytes } from 'node:crypto';

/** No letter or digit that is taken for another on paper. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const [groups, groupLength] = [6, 4];

/** A code to be written down: six groups of four signs, 118 random bits. */
export function newRecoveryCode(): string {
  return Array.from({ length: groups }, () => Array.from({ length: groupLength }, randomSign).join('')).join('-');
}

/** As it is compared: however it was typed. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

function randomSign(): string {
  // Bytes over the last whole multiple would make the first signs likelier.
  const most = Math.floor(256 / signs.length) * signs.length;
  for (;;) {
    const [byte = 0] = randomBytes(1);
    if (byte < most) return signs.charAt(byte % signs.length);
  }
}
