// Tax numbers with right check digits, so that demo data passes the same tests as real data.

const digitsOf = (text: string) => [...text].map(Number);

const weighted = (digits: readonly number[], weights: readonly number[]) =>
  digits.reduce((sum, digit, index) => sum + digit * (weights[index] ?? 0), 0);

/** Spanish NIF of a limited company: B + 7 digits + Luhn-like check digit. */
export function makeSpanishTaxId(serial: number): string {
  const body = String(serial % 10_000_000).padStart(7, '0');
  const sum = digitsOf(body).reduce((total, digit, index) => {
    const doubled = digit * 2;
    return total + (index % 2 === 0 ? (doubled > 9 ? doubled - 9 : doubled) : digit);
  }, 0);
  return `B${body}${(10 - (sum % 10)) % 10}`;
}

/** Brazilian CNPJ with its punctuation. */
export function makeBrazilianTaxId(serial: number): string {
  const body = `${String(serial % 100_000_000).padStart(8, '0')}0001`;
  const check = (text: string) => {
    const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2].slice(13 - text.length);
    const rest = weighted(digitsOf(text), weights) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  const first = `${body}${check(body)}`;
  const digits = `${first}${check(first)}`;
  return digits.replace(/^(\d\d)(\d{3})(\d{3})(\d{4})(\d\d)$/, '$1.$2.$3/$4-$5');
}

/** Greek ΑΦΜ of 9 digits; those of companies begin with 0 or 9. */
export function makeGreekTaxId(serial: number): string {
  const body = `9${String(serial % 10_000_000).padStart(7, '0')}`;
  return `${body}${(weighted(digitsOf(body), [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10}`;
}

/** Russian ИНН of a company, 10 digits. */
export function makeRussianTaxId(serial: number): string {
  const body = `77${String(serial % 10_000_000).padStart(7, '0')}`;
  return `${body}${(weighted(digitsOf(body), [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10}`;
}

/** British VAT number. */
export function makeBritishTaxId(serial: number): string {
  const body = String(serial % 10_000_000).padStart(7, '0');
  const check = 97 - (weighted(digitsOf(body), [8, 7, 6, 5, 4, 3, 2]) % 97);
  return `GB${body}${String(check).padStart(2, '0')}`;
}
