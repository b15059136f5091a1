import { foldWords } from '#shared/text/fold-text.ts';

/** A header cut into words: each as written, and folded for looking up. */
export interface HeaderWord {
  readonly raw: string;
  readonly folded: string;
}

/**
 * The words of a header. Abbreviations with dots are one word ("N.I.F.", "Ф.И.О."); words run together are cut apart
 * ("firstName", "Teléfono2", "phone_number").
 */
export function headerWords(header: string): HeaderWord[] {
  return header
    .normalize('NFC')
    .replace(/(?<=\p{Script=Cyrillic})['’ʼ`](?=\p{Script=Cyrillic})/gu, '')
    .replace(/(?<!\p{L})(?:\p{L}\.\s?){2,}(?:\p{L}(?!\p{L}))?/gu, (letters) => `${letters.replace(/[.\s]/g, '')} `)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}№ºª°]+/u)
    .filter((raw) => raw !== '')
    .flatMap((raw) => foldWords(raw).map((folded) => ({ raw, folded })));
}

/** The header as a key for looking it up whole: folded words with a space between them. */
export function headerKey(header: string): string {
  return headerWords(header)
    .map((word) => word.folded)
    .join(' ');
}
