import {
  endsLikeFamilyName,
  isCompoundStarter,
  isCyrillic,
  isDevotion,
  isInitials,
  isJoiner,
  isKnownGivenName,
  isParticle,
  isPatronymic,
  isPatronymicWord,
  isSurelyGivenName,
} from '#shared/name/name-words.ts';
import { cutTitles } from '#shared/name/titles.ts';

export interface NameParts {
  readonly givenName: string;
  /** Patronymic, or initials after the given name. */
  readonly middleName: string;
  readonly familyName: string;
}

export interface SplitName extends NameParts {
  /** "Sr.", "Dña.", "г-н": what stood before the name, where anything did. */
  readonly prefix?: string;
}

/**
 * Parts a person's name written in one piece, in whichever order its language has: by patronymics, known given names,
 * capitals, particles and endings. Only a guess; the words themselves are never changed, nor lost.
 */
export function splitFullName(full: string): SplitName {
  const text = full
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [before = '', ...after] = text.split(/\s*,\s*/).filter((part) => part !== '');
  const { prefix, rest } = cutTitles(before.split(' ').filter((word) => word !== ''));
  const parts = after.length === 0 ? splitUnits(groupParticles(rest)) : splitLastFirst(rest.join(' '), after.join(' '));
  if (prefix === '') return parts;
  // "Sr. García", but "Dña. Ana".
  const isFamilyAlone = after.length === 0 && rest.length === 1 && !isKnownGivenName(rest[0] ?? '');
  return { ...(isFamilyAlone ? nameOf({ family: rest }) : parts), prefix };
}

/** "Núñez, Óscar": the comma says which is which. */
function splitLastFirst(familyName: string, rest: string): NameParts {
  const words = rest.split(' ');
  const cut = words.findIndex((word, index) => index > 0 && (isPatronymic(word) || isInitials(word)));
  if (cut === -1) return { givenName: rest, middleName: '', familyName };
  return { givenName: words.slice(0, cut).join(' '), middleName: words.slice(cut).join(' '), familyName };
}

/** Words with their particles: ["José", "de la Cruz"], ["Ortega y Gasset"]. */
function groupParticles(words: readonly string[]): string[] {
  const units: string[] = [];
  let open = '';
  for (const [index, word] of words.entries()) {
    const isLast = index === words.length - 1;
    if (isJoiner(word) && units.length > 0 && open === '' && !isLast) open = `${units.pop()} ${word}`;
    else if (isParticle(word) && !isLast) open = open === '' ? word : `${open} ${word}`;
    else {
      units.push(open === '' ? word : `${open} ${word}`);
      open = '';
    }
  }
  return units;
}

function splitUnits(units: readonly string[]): NameParts {
  const [first = ''] = units;
  if (units.length <= 1) {
    return endsLikeFamilyName(first) ? nameOf({ family: units }) : nameOf({ given: units });
  }
  return splitInitials(units) ?? splitPatronymic(units) ?? splitCapitals(units) ?? splitByGivenNames(units);
}

/** "Иванов И.И.", "И. И. Иванов", "J. García", "Juan M. García". */
function splitInitials(units: readonly string[]): NameParts | null {
  const at = units.findIndex(isInitials);
  if (at === -1) return null;
  const length = units.slice(at).findIndex((unit) => !isInitials(unit));
  const end = length === -1 ? units.length : at + length;
  const [given = '', ...middle] = units.slice(at, end).flatMap((unit) => unit.match(/\p{Lu}\.?-?/gu) ?? []);
  if (at === 0) return nameOf({ given: [given], middle, family: units.slice(end) });
  if (end < units.length) return nameOf({ given: units.slice(0, at), middle: units.slice(at, end), family: units.slice(end) });
  if (isSurelyGivenName(units[0] ?? '')) return nameOf({ given: units.slice(0, at), family: units.slice(at) });
  return nameOf({ given: [given], middle, family: units.slice(0, at) });
}

/** "Кузнецова Ольга Сергеевна", "Ольга Сергеевна Кузнецова", "Мамедов Али Гусейн оглы", "Βασιλείου Γεώργιος του Νικολάου". */
function splitPatronymic(units: readonly string[]): NameParts | null {
  const fathers = /^του /iu;
  const at = units.findIndex((unit, index) => index > 0 && ((isCyrillic(unit) && isPatronymic(unit)) || fathers.test(unit)));
  if (at === -1) return null;
  const start = isPatronymicWord(units[at] ?? '') ? at - 1 : at;
  const middle = units.slice(start, at + 1);
  if (fathers.test(units[at] ?? '')) {
    const parts = splitUnits(units.filter((_, index) => index !== at));
    return { ...parts, middleName: [parts.middleName, ...middle].join(' ').trim() };
  }
  const last = start - 1;
  // A family name may look like a patronymic: Роман Абрамович has no other, Рабинович Илья Львович does.
  if (last < 0) return null;
  const family = [...units.slice(0, last), ...units.slice(at + 1)];
  return nameOf({ given: units.slice(last, start), middle, family });
}

/** "ЩЕРБАКОВА Пётр": where only some words are in capitals, those are the family name. */
function splitCapitals(units: readonly string[]): NameParts | null {
  const isLoud = (unit: string) => unit.length > 1 && unit === unit.toUpperCase() && unit !== unit.toLowerCase();
  const loud = units.filter(isLoud);
  const quiet = units.filter((unit) => !isLoud(unit));
  if (loud.length === 0 || quiet.length === 0 || (loud.every(isKnownGivenName) && !quiet.every(isKnownGivenName))) return null;
  const inOnePiece = loud.every((unit, index) => unit === units[units.indexOf(loud[0] ?? '') + index]);
  const atAnEnd = isLoud(units[0] ?? '') !== isLoud(units.at(-1) ?? '');
  return inOnePiece && atAnEnd ? nameOf({ given: quiet, family: loud }) : null;
}

function splitByGivenNames(units: readonly string[]): NameParts {
  const [first = ''] = units;
  const last = units.at(-1) ?? '';
  if (isFamilyFirst({ first, last, count: units.length })) {
    let start = units.length - 1;
    while (start > 1 && isSurelyGivenName(units[start - 1] ?? '')) start--;
    return nameOf({ given: units.slice(start), family: units.slice(0, start) });
  }
  const count = countGivenNames(units);
  return nameOf({ given: units.slice(0, count), family: units.slice(count) });
}

function isFamilyFirst({ first, last, count }: { first: string; last: string; count: number }): boolean {
  if (isKnownGivenName(first)) return count > 2 && !isSurelyGivenName(first) && isSurelyGivenName(last);
  if (isSurelyGivenName(last)) return true;
  const firstEnds = endsLikeFamilyName(first);
  const lastEnds = endsLikeFamilyName(last);
  return firstEnds === lastEnds ? isCyrillic(first) : firstEnds;
}

/** How many units at the start are given names; at least one, and at least one is left where the names allow it. */
function countGivenNames(units: readonly string[]): number {
  const [first = '', second = ''] = units;
  if (isDevotion(second) && isCompoundStarter(first)) return 2;
  if (units.length === 2) return isCompoundStarter(first) && isSurelyGivenName(second) ? 2 : 1;
  // With four words or more two are left for the family, so that a doubtful one is likelier a second given name.
  const isGiven = (unit: string, at: number) => (units.length - at > 2 ? isKnownGivenName(unit) : isSurelyGivenName(unit));
  let count = 1;
  while (count < units.length - 1 && isGiven(units[count] ?? '', count)) count++;
  return count;
}

function nameOf(parts: { given?: readonly string[]; middle?: readonly string[]; family?: readonly string[] }): NameParts {
  const join = (words: readonly string[] = []) => words.join(' ');
  return { givenName: join(parts.given), middleName: join(parts.middle), familyName: join(parts.family) };
}
