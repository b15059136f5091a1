import type { ReadDb } from '#core/database/connection.ts';
import { callingCodeOf } from '#shared/phone/countries.ts';
import { phoneQueryVariants } from '#shared/phone/phone-query.ts';
import type { PhoneQueryVariant } from '#shared/phone/phone-query.ts';

/** As many candidates as a screen of results can want, for each way of looking. */
const enough = 60;

/**
 * Rowids of parties that have a phone with this fragment: first those whose phone ends with it, then those whose
 * national number begins with it, then those that have it anywhere. Some may come twice.
 */
export function* findByPhone(db: ReadDb, text: string, country: string): Generator<number> {
  const variants = phoneQueryVariants(text, country);
  for (const variant of variants) yield* exactEnds(db, variant, country);
  for (const variant of variants) if (!variant.anchored) yield* anywhere(db, variant.digits);
}

/** Where a phone fits one of the variants: position and length within its digits, or undefined. */
export function locateInDigits(
  digits: string,
  variants: readonly PhoneQueryVariant[],
): { readonly start: number; readonly length: number } | undefined {
  for (const variant of variants) {
    const start = variant.anchored ? (digits.startsWith(variant.digits) ? 0 : -1) : digits.lastIndexOf(variant.digits);
    if (start >= 0) return { start, length: variant.digits.length };
  }
  return undefined;
}

function* exactEnds(db: ReadDb, { digits, anchored }: PhoneQueryVariant, country: string): Generator<number> {
  if (anchored) return yield* beginningWith(db, digits);
  const reversed = [...digits].reverse().join('');
  yield* db
    .readColumn<[string, string, number], number>(
      'SELECT party_seq FROM party_phone WHERE reversed >= ? AND reversed < ? LIMIT ?',
    )
    .all(reversed, after(reversed), enough);
  yield* beginningWith(db, callingCodeOf(country) + digits);
  yield* beginningWith(db, digits);
}

function beginningWith(db: ReadDb, digits: string): readonly number[] {
  return db
    .readColumn<[string, string, number], number>('SELECT party_seq FROM party_phone WHERE digits >= ? AND digits < ? LIMIT ?')
    .all(digits, after(digits), enough);
}

function anywhere(db: ReadDb, digits: string): readonly number[] {
  if (digits.length < 3) return [];
  const trigrams = new Set<string>();
  for (let index = 0; index + 3 <= digits.length; index++) trigrams.add(`"${digits.slice(index, index + 3)}"`);
  const seen = db.isNarrowed ? 'AND EXISTS (SELECT 1 FROM party WHERE party.seq = party_digits.rowid)' : '';
  return db
    .readColumn<[string, number], number>(
      `SELECT rowid FROM party_digits WHERE party_digits MATCH ? ${seen} ORDER BY rowid DESC LIMIT ?`,
    )
    .all([...trigrams].join(' AND '), enough);
}

/** The first text after all those that begin with these digits; ":" follows "9". */
function after(digits: string): string {
  return `${digits}:`;
}
