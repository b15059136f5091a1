import type { DocumentKind } from '#shared/document/data.ts';
import type { Language } from '#shared/settings/contract.ts';

/** What stands in a document's number besides its pattern's own words. */
export interface NumberParts {
  readonly year: number;
  /** Empty in a shop without branches. */
  readonly branch: string;
  readonly number: number;
}

const field = /\{(\w*)(?::(\d+))?\}/g;

/** @example writeNumber('P-{year}-{number:4}', { year: 2026, branch: '', number: 42 }) is "P-2026-0042" */
export function writeNumber(pattern: string, { year, branch, number }: NumberParts): string {
  const values: Readonly<Record<string, string>> = { year: String(year), branch, number: String(number) };
  return pattern.replace(field, (tag, name: string, digits?: string) => (values[name] ?? tag).padStart(Number(digits ?? 0), '0'));
}

/** Says whether numbers begin anew with each year. */
export function beginsAnewEachYear(pattern: string): boolean {
  return pattern.includes('{year}');
}

export type PatternFault = 'noNumber' | 'unknownField' | 'noBranch';

/** Why numbers can't be made by a pattern. @param branch what {branch} stands for, where the computer isn't alone with its numbers */
export function patternFault(pattern: string, branch = ''): PatternFault | undefined {
  const rest = pattern.replaceAll('{year}', '').replaceAll('{branch}', '');
  const named = /\{number(?::[1-9])?\}/g;
  if (!named.test(rest)) return 'noNumber';
  if (/[{}]/.test(rest.replace(named, ''))) return 'unknownField';
  return branch !== '' && !pattern.includes('{branch}') ? 'noBranch' : undefined;
}

/** A pattern by which a branch numbers: as "P-{year}-{branch}-{number:4}". */
export function withBranch(pattern: string): string {
  return pattern.includes('{branch}') ? pattern : pattern.replace('{number', '{branch}-{number');
}

const prefixes: Readonly<Record<Language, Readonly<Record<DocumentKind, string>>>> = {
  en: { quote: 'Q', order: 'O', invoice: 'INV', contract: 'C', jobSheet: 'J', dealReport: 'R' },
  es: { quote: 'P', order: 'PED', invoice: 'F', contract: 'C', jobSheet: 'HT', dealReport: 'INF' },
  pt: { quote: 'ORC', order: 'ENC', invoice: 'F', contract: 'C', jobSheet: 'FS', dealReport: 'REL' },
  el: { quote: 'ΠΡ', order: 'ΠΑΡ', invoice: 'ΤΙΜ', contract: 'ΣΥΜ', jobSheet: 'ΔΕ', dealReport: 'ΑΝ' },
  ru: { quote: 'КП', order: 'З', invoice: 'СЧ', contract: 'Д', jobSheet: 'Н', dealReport: 'О' },
};

/** How a kind of document is numbered until the shop says otherwise. */
export function initialPattern(kind: DocumentKind, language: Language): string {
  return `${prefixes[language][kind]}-{year}-{number:4}`;
}
