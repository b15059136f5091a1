import { foldText } from '#shared/text/fold-text.ts';

/** Signs that tell two words apart: "A+" and "A", a red and a green dot before the same tag, "€". */
const signs = /([+\p{Sc}\p{RI}]|[\p{Extended_Pictographic}--[©®™ℹ‼⁉]])/v;

/** Texts longer than this are not kept, in UTF-16 units. */
const longestKept = 200;
const mostKept = 5000;
const kept = new Map<string, string>();

/** What texts are compared by: folded, see `foldText`, with the signs that people tell tags apart by. */
export function filterKey(text: string): string {
  if (text.length > longestKept) return makeKey(text);
  let key = kept.get(text);
  if (key === undefined) {
    if (kept.size >= mostKept) kept.clear();
    kept.set(text, (key = makeKey(text)));
  }
  return key;
}

/** The same without its gaps, for numbers that everybody writes in groups of their own. */
export function compactKey(text: string): string {
  return filterKey(text).replaceAll(' ', '');
}

function makeKey(text: string): string {
  if (!signs.test(text)) return foldText(text);
  return text
    .split(signs)
    .map((piece, index) => (index % 2 === 1 ? piece : foldText(piece)))
    .filter((piece) => piece !== '')
    .join(' ');
}
