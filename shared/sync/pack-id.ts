// A UUID has 122 bits to be told: in hexadecimal digits they cost a quarter more than in these, for what is random doesn't compress.

const alphabet = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Three hexadecimal digits are two letters. */
const lettersByDigits = new Map<string, string>();
const digitsByLetters = new Map<string, string>();
for (let value = 0; value < 4096; value += 1) {
  const digits = value.toString(16).padStart(3, '0');
  const letters = alphabet.charAt(value >>> 6) + alphabet.charAt(value & 63);
  lettersByDigits.set(digits, letters);
  digitsByLetters.set(letters, digits);
}

export function isUuid(id: string): boolean {
  return uuid.test(id);
}

/** A UUID as 22 letters, which sort as it does. */
export function packUuid(id: string): string {
  const digits = `${id.replaceAll('-', '')}0`;
  let letters = '';
  for (let at = 0; at < digits.length; at += 3) letters += lettersByDigits.get(digits.slice(at, at + 3)) ?? '';
  return letters;
}

/** @throws {TypeError} when it isn't what `packUuid` makes */
export function unpackUuid(letters: string): string {
  let digits = '';
  for (let at = 0; at < letters.length; at += 2) digits += digitsByLetters.get(letters.slice(at, at + 2)) ?? '';
  if (letters.length !== 22 || digits.length !== 33 || digits.at(-1) !== '0') throw new TypeError('not a packed id');
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20, 32)].join('-');
}
