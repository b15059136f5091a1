/** Zeros of the decimal digits people type on Arabic, Persian, Devanagari, Bengali, Thai and full width keyboards. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

/** The same text with decimal digits of other scripts as 0-9; everything else unchanged. */
export function toAsciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => asciiDigit(digit.codePointAt(0) ?? 0) ?? digit);
}

/** The ASCII digit of a code point of one of the scripts above, or undefined. */
export function asciiDigit(codePoint: number): string | undefined {
  const zero = zeros.find((start) => codePoint >= start && codePoint < start + 10);
  return zero === undefined ? undefined : String(codePoint - zero);
}
