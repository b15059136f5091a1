import { labelWords, ownLabelWords, serviceWords } from '#shared/import/dictionary/labels.ts';
import { headerWords } from '#shared/import/header-words.ts';
import type { HeaderWord } from '#shared/import/header-words.ts';
import { compilePhrases, findPhrases } from '#shared/import/phrases.ts';
import type { Phrase } from '#shared/import/phrases.ts';
import { pointLabels } from '#shared/party/fields.ts';
import type { messengerServices } from '#shared/party/fields.ts';

export type MessengerService = (typeof messengerServices)[number];

const ownPhrases = compilePhrases(ownLabelWords);
const labelPhrases: readonly (readonly [string, readonly Phrase[]])[] = pointLabels.map(
  (label) => [label, compilePhrases(labelWords[label])] as const,
);
const servicePhrases = Object.entries(serviceWords).map(
  ([service, list]) => [service as MessengerService, compilePhrases(list)] as const,
);
/** "Home fax" is a fax, "work mobile" a mobile: what it is outranks where it stands. */
const labelRank = ['fax', 'mobile', 'billing', 'delivery', 'work', 'home', 'other', 'main'];

/** The label that words of a header stand for, with the positions of the words that say so; null when none does. */
export function findLabel(words: readonly HeaderWord[]): { label: string; positions: number[] } | null {
  const folded = words.map((word) => word.folded);
  const found = labelPhrases.flatMap(([label, phrases]) => findPhrases(folded, phrases).map((match) => ({ label, match })));
  const positions = found.flatMap(({ match }) => range(match.start, match.length));
  const own = findPhrases(folded, ownPhrases).flatMap(({ start, length }) => range(start, length));
  if (own.length > 0) {
    const all = [...own, ...positions];
    const label = words.filter((_, index) => all.includes(index)).map((word) => word.raw);
    return { label: label.join(' '), positions: all };
  }
  const best = found.toSorted((a, b) => labelRank.indexOf(a.label) - labelRank.indexOf(b.label))[0];
  if (best === undefined) return null;
  return { label: best.label, positions };
}

/** The messenger named among the words, with their positions; null when none is. */
export function findService(words: readonly HeaderWord[]): { service: MessengerService; positions: number[] } | null {
  const folded = words.map((word) => word.folded);
  for (const [service, phrases] of servicePhrases) {
    const matches = findPhrases(folded, phrases);
    if (matches.length > 0) return { service, positions: matches.flatMap(({ start, length }) => range(start, length)) };
  }
  return null;
}

/** A label as another program wrote it ("* Home Fax", "Móvil") as one of ours, or the same words tidied. */
export function readLabel(text: string): string {
  const tidy = text.replace(/^[\s*]+/, '').trim();
  return (findLabel(headerWords(tidy))?.label ?? tidy).slice(0, 60);
}

function range(start: number, length: number): number[] {
  return Array.from({ length }, (_, offset) => start + offset);
}
