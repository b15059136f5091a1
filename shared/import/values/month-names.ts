import { foldText } from '#shared/text/fold-text.ts';

/** Beginnings of the months' names, folded, in the five languages; each line is a month. */
const months = [
  'ene, jan, янв, ιαν, γεναρ',
  'feb, fev, фев, φεβ, φλεβ',
  'mar, мар, μαρ',
  'abr, apr, апр, απρ',
  'may, mai, май, мая, μαι, μαη',
  'jun, июн, ιουν',
  'jul, июл, ιουλ',
  'ago, aug, авг, αυγ',
  'sep, set, сен, σεπ',
  'oct, out, okt, окт, οκτ',
  'nov, ноя, νοε, νοεμ',
  'dic, dez, dec, дек, δεκ',
].map((line) => line.split(',').map((start) => foldText(start)));

/** 1 to 12 for the name of a month or its abbreviation, in any of the languages; null for any other word. */
export function monthOf(word: string): number | null {
  const folded = foldText(word);
  if (folded.length < 3) return null;
  const index = months.findIndex((starts) => starts.some((start) => folded.startsWith(start)));
  return index === -1 ? null : index + 1;
}
