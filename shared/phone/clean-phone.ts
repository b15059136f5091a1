import { toAsciiDigits } from '#shared/text/ascii-digits.ts';

/** What is left of a written phone when the words around it are gone. */
export interface CleanPhone {
  /** Digits of the number itself. */
  readonly digits: string;
  /** Written with a plus. */
  readonly international: boolean;
  /** The digits without a trunk zero in brackets, "+44 (0)20": the same as `digits` where there is none. */
  readonly digitsWithoutZero: string;
  readonly extension: string;
}

const extensionWords =
  'доб(?:авочный)?|внутр?|вн|дод|ext(?:ension|ensão|ensao|ensión|n)?|extensión|εσωτ(?:ερικό|ερικο)?|εσ|ramal|rml|interno|int|anexo|anx|poste|x|#';
const extensionAtEnd = new RegExp(
  `^(.*[\\d\\s;,./()])(?:${extensionWords})\\s*[.:=]*\\s*(?:№|no\\.?)?\\s*(\\d{1,7})\\s*\\)?\\s*$`,
  'isu',
);
const extensionAtStart = new RegExp(`^[\\s(]*(?:${extensionWords})\\s*[.:=]*\\s*\\d{1,7}\\s*\\)?\\s*$`, 'iu');

/** A number as people write it: digits with anything but letters, commas and a further plus between them. */
const numberRun = /[+(\s]*\d[\d\s().\-\u2010-\u2015\u2212/·*~'_]*/g;

/** "6O7", "69l", "6I1": letters that look like digits, beside digits and no other letters. */
const typedAsDigits = /(?<![\p{L}\d])(?=[oOоОοΟlI]*\d)[\doOоОοΟlI]*[oOоОοΟlI][\doOоОοΟlI]*(?!\p{L})/gu;

const longestSensible = 200;

/** Reads digits, plus and extension from a phone as typed, pasted or kept by another program. */
export function cleanPhone(raw: string): CleanPhone {
  const text = untangle(raw.slice(0, longestSensible));
  const { main, extension } = cutExtension(text);
  const runs = main.match(numberRun) ?? [];
  const run = runs.find((candidate) => countDigits(candidate) >= 5) ?? runs.join('');
  const international = /^[\s(]*\+/.test(run);
  const digits = onlyDigits(run);
  // "+0034" and "+00 34" say the same thing twice.
  const tidy = (value: string) => (international ? value.replace(/^00/, '') : value);
  return {
    digits: tidy(digits),
    international,
    digitsWithoutZero: tidy(onlyDigits(run.replace(/\(\s*0\s*\)/, ''))),
    extension,
  };
}

/** Says whether a text is nothing but an extension: "доб. 924". */
export function isExtensionOnly(text: string): boolean {
  return extensionAtStart.test(text);
}

export function countDigits(text: string): number {
  return onlyDigits(text).length;
}

export function onlyDigits(text: string): string {
  return text.replace(/\D+/g, '');
}

/** Full width signs, digits of other scripts, typing slips and what link formats add. */
function untangle(raw: string): string {
  const text = toAsciiDigits(raw.normalize('NFKC'))
    .replace(typedAsDigits, (token) => token.replace(/[oоο]/giu, '0').replace(/[lI]/g, '1'))
    .replace(/\b0\s*xx/i, '0')
    .replace(/^(\s*\+?\d{6,})\.0+\s*$/, '$1');
  const context = /;phone-context=(\+\d+)/i.exec(text);
  if (context === null) return text;
  const local = text.replace(context[0], '');
  return /^\D*\+/.test(local) ? local : local.replace(/\d/, (first) => `${context[1]} ${first}`);
}

function cutExtension(text: string): { main: string; extension: string } {
  const match = extensionAtEnd.exec(text);
  const [, main = '', extension = ''] = match ?? [];
  return countDigits(main) < 5 ? { main: text, extension: '' } : { main, extension };
}
