import type { Cell } from '#shared/import/table.ts';

/** What a spreadsheet shows where a formula failed, in its own five languages. */
const formulaError =
  /^#(?:N\/A|N\/D|N\/DISP|Н\/Д|Δ\/Υ|¡?REF!?|ССЫЛКА!|ΑΝΑΦ!|VALUE!|¡?VALOR!|ЗНАЧ!|ΤΙΜΗ!|¡?DIV\/0!|ДЕЛ\/0!|ΔΙΑΙΡ\/0!|¿?NAME\?|NOMBRE\?|¿NOMBRE\?|NOME\?|ИМЯ\?|ΟΝΟΜΑ\?|¡?NUM!|¡NUM!|NÚM!|ЧИСЛО!|ΑΡΙΘ!|NULL!|¡?NULO!|ПУСТО!|ΚΕΝΟ!|SPILL!|CALC!|#+)$/iu;

const nothingWords =
  /^(?:[-–—_.,;:?*\s/\\]*|n\/?a|n\.a\.|s\/n|s\/[de]|nd|n\/d|no|no tiene|ninguno|sin (?:tel[eé]fono|email|correo|datos?|m[oó]vil)|n[aã]o tem|nenhum|sem (?:telefone|email|e-mail)|нет|не указан[оа]?|отсутствует|δεν έχει|όχι|κανένα|none|null|unknown|not provided|x+)$/iu;

/** A cell as text: trimmed, numbers without an exponent, dates and times as they came. */
export function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell.trim();
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  return Number.isInteger(cell) && Math.abs(cell) < 1e21 ? BigInt(cell).toString() : String(cell);
}

/** One line, single spaces, no invisible signs: how names and words are kept. */
export function tidyText(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function isFormulaError(text: string): boolean {
  return text.startsWith('#') && formulaError.test(text);
}

/** "-", "no tiene", "нет": what people write where a phone or address should be and there is none. */
export function saysNothing(text: string): boolean {
  return text.length < 24 && nothingWords.test(text);
}

/** "-", "...", "¿?": marks that stand where nothing is known. */
export function isMarksOnly(text: string): boolean {
  return /^[\s\p{P}]*$/u.test(text);
}

/** Values of one cell that Google Contacts writes with " ::: " between them. */
export function splitGoogleValues(text: string): string[] {
  return text.includes(':::') ? text.split(/\s*:::\s*/).filter((part) => part !== '') : [text];
}
