import { foldText } from '#shared/text/fold-text.ts';

const cyrillic =
  'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:sch ъ: ы:y ь: э:e ю:yu я:ya';
const greek = 'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s τ:t υ:y φ:f χ:ch ψ:ps ω:o';
const latin = new Map(`${cyrillic} ${greek}`.split(' ').map((pair) => pair.split(':') as [string, string]));

/** A name as people write it in addresses of mail and web pages: "Пётр" becomes "petr". Words are joined by dots. */
export function toLatinLetters(name: string): string {
  let text = '';
  for (const letter of foldText(name)) text += letter === ' ' ? '.' : (latin.get(letter) ?? letter);
  return text;
}
