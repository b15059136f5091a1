/** Crockford's: no I, L, O or U, so that nothing is mistaken for a digit or spells a word. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bitsOfLetter = 5;

/** Bytes as letters that people can read out; a number of bytes that is a multiple of five fills the last letter. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= bitsOfLetter) {
      bits -= bitsOfLetter;
      text += alphabet.charAt((held >>> bits) & 31);
    }
  }
  return bits > 0 ? text + alphabet.charAt((held << (bitsOfLetter - bits)) & 31) : text;
}

/** The bytes of such letters, of whole groups of eight. */
export function fromBase32(text: string): Buffer {
  let held = 0n;
  for (const letter of text) held = (held << BigInt(bitsOfLetter)) | BigInt(alphabet.indexOf(letter));
  return Buffer.from(held.toString(16).padStart((text.length * bitsOfLetter) / 4, '0'), 'hex');
}

/** "K7QDM2XP" as "K7QD-M2XP". */
export function inGroups(text: string): string {
  return text.match(/.{1,4}/g)?.join('-') ?? '';
}

/**
 * What somebody typed as letters of base 32 in groups: small letters, spaces and what looks like a digit are understood.
 * @returns null when it isn't of that many letters
 */
export function readGroups(typed: string, letters: number): string | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}._]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return text.length === letters && [...text].every((letter) => alphabet.includes(letter)) ? inGroups(text) : null;
}
