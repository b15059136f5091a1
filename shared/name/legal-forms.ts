import { foldText, foldWords } from '#shared/text/fold-text.ts';

// Legal forms of companies, by where they stand and how sure they are.

const folded = (words: string) => new Set(words.trim().split(/\s+/).map(foldText));

/** Hardly anything else, in any case, at the end of a name. */
const sureForms = folded(`ltda lda ltd llc gmbh inc plc srl slu sll sau slp slne scoop eireli epp mei kg bv nv corp pty
  ооо оао зао пао нко гуп муп фгуп тоо тов ук επε ικε αεβε αβεε`);
/** Words and family names as well ("Sá"): only in capitals or with dots. */
const unsureForms = folded('sl sa sc cb me as oe co cia ag ab oy ao ип ао чп фоп пк αε οε εε sas spa se limited company σια');
/** Written out; compared as folded text. */
const longForms = [
  'sociedad limitada unipersonal',
  'sociedad limitada laboral',
  'sociedad limitada',
  'sociedad anonima',
  'sociedad cooperativa',
  'comunidad de bienes',
  'sociedade limitada',
  'sociedade anonima',
  'unipessoal lda',
  'microempresa',
  'общество с ограниченнои ответственностью',
  'публичное акционерное общество',
  'закрытое акционерное общество',
  'открытое акционерное общество',
  'акционерное общество',
  'индивидуальныи предприниматель',
  'ανωνυμη εταιρεια',
  'ομορρυθμη εταιρεια',
  'ετερορρυθμη εταιρεια',
  'εταιρεια περιορισμενησ ευθυνησ',
  'limited liability company',
  'limited company',
].map((form) => foldText(form).split(' '));

/** Forms that stand before the name. */
const startForms = folded('ооо оао зао пао ао ип нко гуп муп фгуп тоо тов чп фоп пк αε επε ικε οε εε');

export interface LegalForms {
  /** Folded words of the name without its legal forms; with them when nothing else is left. */
  readonly words: readonly string[];
  readonly found: boolean;
}

interface Token {
  readonly words: readonly string[];
  /** Written so that it can be an abbreviation: capitals or dots. */
  readonly abbreviated: boolean;
}

/** Parts legal forms from both ends of a company's name. */
export function cutLegalForms(name: string): LegalForms {
  let tokens = tokensOf(name);
  const all = tokens.flatMap(({ words }) => words);
  let found = false;
  for (;;) {
    const shorter = cutStart(tokens) ?? cutEnd(tokens);
    if (shorter === null) break;
    found = true;
    if (shorter.length === 0) return { words: all, found };
    tokens = shorter;
  }
  return { words: tokens.flatMap(({ words }) => words), found };
}

function tokensOf(name: string): Token[] {
  // "S. L." and "S.L." are one word; so are the dots of "А.Е.".
  const text = name
    .replace(
      /(?<![\p{L}\p{N}])\p{L}\.(?:\s?\p{L}\.)+(?:\s?\p{L}(?![\p{L}\p{N}]))?/gu,
      (form) => `${form.replace(/[.\s]/g, '')}. `,
    )
    .replace(/(?<![\p{L}\p{N}])(\p{L})\.(\p{L})(?![\p{L}\p{N}.])/gu, '$1$2. ')
    .replace(/(?<![\p{L}\p{N}])(\p{L})\/(\p{L})(?![\p{L}\p{N}])/gu, '$1$2. ');
  return text
    .split(/[\s,;()«»"“”„]+/)
    .map((word) => ({ words: foldWords(word), abbreviated: word.endsWith('.') || word === word.toUpperCase() }))
    .filter(({ words }) => words.length > 0);
}

function cutStart(tokens: readonly Token[]): Token[] | null {
  const [first] = tokens;
  if (first === undefined) return null;
  const word = first.words.join(' ');
  if (startForms.has(word) && (sureForms.has(word) || first.abbreviated)) return tokens.slice(1);
  const length = longFormLength(tokens, (form) => form.every((part, index) => tokens[index]?.words.join(' ') === part));
  return length === 0 ? null : tokens.slice(length);
}

function cutEnd(tokens: readonly Token[]): Token[] | null {
  const last = tokens.at(-1);
  if (last === undefined) return null;
  const word = last.words.join(' ');
  if (sureForms.has(word) || (unsureForms.has(word) && last.abbreviated && tokens.length > 1)) return tokens.slice(0, -1);
  const length = longFormLength(tokens, (form) =>
    form.every((part, index) => tokens[tokens.length - form.length + index]?.words.join(' ') === part),
  );
  return length === 0 ? null : tokens.slice(0, -length);
}

function longFormLength(tokens: readonly Token[], matches: (form: readonly string[]) => boolean): number {
  return longForms.find((form) => form.length <= tokens.length && matches(form))?.length ?? 0;
}
