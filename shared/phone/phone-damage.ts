import { normalisePhone } from '#shared/phone/normalise-phone.ts';

/** "exponent": digits are gone for good. "lostZero": a spreadsheet took the number for an amount and dropped its zero. */
export type PhoneDamage = 'exponent' | 'lostZero';

const exponent = /^\s*\+?\d(?:[.,]\d+)?\s*E\s*\+?\s*\d{1,3}\s*$/i;
/** 79100000000: what 7,91E+10 becomes when it is opened once more. Shorter ones can be real (900 000 000). */
const roundedByExponent = /^\s*\d{3,4}0{8,}\s*$/;

/** Says what a spreadsheet did to a phone; null when it can be read, or is merely wrong. */
export function detectPhoneDamage(cell: string | number, country: string): PhoneDamage | null {
  const text = String(cell);
  if (exponent.test(text) || roundedByExponent.test(text)) return 'exponent';
  return repairLostZero(text, country) === null ? null : 'lostZero';
}

/** The number with its zero back, where it is valid only so; null otherwise. Most countries' numbers are valid without. */
export function repairLostZero(cell: string | number, country: string): string | null {
  const digits = String(cell).trim();
  if (!/^[1-9]\d{4,}$/.test(digits) || normalisePhone(digits, country).valid) return null;
  const repaired = `0${digits}`;
  return normalisePhone(repaired, country).valid ? repaired : null;
}
