import { toAsciiDigits } from '#shared/text/ascii-digits.ts';

const currency =
  /(?:R\$|US\$|S\/\.?|Bs\.?|[$€£₽₴₸¥₡₲₱]|\b(?:eur|euros?|usd|brl|rub|gbp|mxn|ars|clp|cop|pen|uyu|reais|real|pesos?|uah|kzt)\b|(?<!\p{L})(?:руб(?:\.|лей|ля|ль)?|р\.|р|грн\.?|тг\.?|ευρώ|ευρω)(?!\p{L}))/giu;

/** An amount as written ("R$ 1.234,56", "1 234,56 ₽", "(12,5)"), in units; null when it is none. */
export function readNumber(raw: string, decimal: ',' | '.'): number | null {
  const text = toAsciiDigits(raw.trim()).replace(currency, ' ').replace(/%\s*$/, '').trim();
  const isNegative = /^[-−–]/.test(text) || /[-−–]$/.test(text) || /^\(.*\)$/.test(text);
  const bare = text.replace(/[-−–()+\s\u00a0\u202f']/g, '');
  if (!/^[.,]*\d[\d.,]*$/.test(bare)) return null;
  const value = Number(withPoint(bare, decimal));
  return Number.isFinite(value) ? (isNegative ? -value : value) : null;
}

/** Says whether a text is an amount of money: a number with a sign or name of a currency. */
export function isMoney(raw: string): boolean {
  return raw.search(currency) !== -1 && readNumber(raw, ',') !== null;
}

/** Whether texts with digits use a comma or a point for decimals; null when they don't tell. */
export function findDecimal(texts: readonly string[]): ',' | '.' | null {
  let commas = 0;
  let points = 0;
  for (const text of texts) {
    const bare = text.replace(currency, '').trim();
    if (/^[-\d. \u00a0\u202f]*\d,\d{1,2}$/.test(bare)) commas++;
    else if (/^[-\d, \u00a0\u202f]*\d\.\d{1,2}$/.test(bare)) points++;
  }
  return commas === points ? null : commas > points ? ',' : '.';
}

function withPoint(bare: string, decimal: ',' | '.'): string {
  const lastComma = bare.lastIndexOf(',');
  const lastPoint = bare.lastIndexOf('.');
  if (lastComma !== -1 && lastPoint !== -1) {
    const mark = lastComma > lastPoint ? ',' : '.';
    return bare.replaceAll(mark === ',' ? '.' : ',', '').replace(mark, '.');
  }
  const sign = lastComma === -1 ? '.' : ',';
  const parts = bare.split(sign);
  if (parts.length === 1) return bare;
  const isGrouping = parts.length > 2 || (parts[1]?.length === 3 && sign !== decimal && parts[0] !== '0');
  return isGrouping ? parts.join('') : bare.replace(sign, '.');
}
