/** The shortest that head office takes. */
export const shortestPassphrase = 8;

export type Strength = 'short' | 'weak' | 'fair' | 'good';

/** Letters that nobody takes for another when they are read aloud or written down. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four letters, 79 bits: "k7qd-m2xp-9rtb-4hwa". */
export function suggestPassphrase(): string {
  // The last letters of a byte's range would come more often: those bytes are passed over.
  const fair = 256 - (256 % letters.length);
  const chosen: string[] = [];
  while (chosen.length < 16) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      if (byte < fair && chosen.length < 16) chosen.push(letters.charAt(byte % letters.length));
    }
  }
  return [0, 4, 8, 12].map((from) => chosen.slice(from, from + 4).join('')).join('-');
}

/** How long somebody who has the file would guess. What is repeated, or follows upon the one before it, adds nothing. */
export function strengthOf(passphrase: string): Strength {
  const signs = [...passphrase];
  if (signs.length < shortestPassphrase) return 'short';
  const telling = signs.filter((sign, index) => {
    const step = (sign.codePointAt(0) ?? 0) - (signs[index - 1]?.codePointAt(0) ?? -9);
    return Math.abs(step) > 1;
  });
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(passphrase)).length;
  const bits = new Set(telling).size < 5 ? 0 : telling.length * (3 + kinds * 0.7);
  if (bits < 36) return 'weak';
  return bits < 60 ? 'fair' : 'good';
}
