import { foldText } from '#shared/text/fold-text.ts';
import { isKnownGivenName } from '#shared/name/name-words.ts';

const bare = (word: string) => foldText(word.replace(/[ªº.()/-]/g, '')).replaceAll(' ', '');

const titles = new Set(
  `sr sra srta srita sres don doña d dña dr dra prof profa profesor profesora ing lic arq mr mrs ms miss sir madam г-н г-жа гн гжа
  господин госпожа д-р тов κ κα κος κυρ κύριος κυρία δρ καθ senhor senhora señor señora`
    .split(/\s+/)
    .map(bare),
);
/** Names or initials as well ("Don Smith", "D. García"): titles only before a given name or before two words. */
const alsoNames = new Set(['d', 'don', 'doña', 'prof', 'κ', 'κυρ', 'sir', 'miss', 'ing', 'тов'].map(bare));

/** Parts "Sr. D." and the like from the words of a name. The name keeps at least one word. */
export function cutTitles(words: readonly string[]): { prefix: string; rest: readonly string[] } {
  let count = 0;
  while (count < words.length - 1 && isTitle(words[count] ?? '', words.slice(count + 1))) count++;
  return { prefix: words.slice(0, count).join(' '), rest: words.slice(count) };
}

function isTitle(word: string, after: readonly string[]): boolean {
  const key = bare(word);
  if (!titles.has(key)) return false;
  // Greek has no initial that is written small.
  if (key === 'κ' && word.startsWith('κ')) return true;
  return !alsoNames.has(key) || after.length > 1 || isKnownGivenName(after[0] ?? '');
}
