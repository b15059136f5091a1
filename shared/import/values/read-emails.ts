/** What a cell of emails holds: the addresses, and what is left that is neither an address nor a separator. */
export interface ReadEmails {
  readonly addresses: readonly string[];
  /** Pieces that were meant to be addresses and can't be: "ana@gmail", "maria.gmail.com". */
  readonly invalid: readonly string[];
}

const candidate = /(?<![^\s<>(),;:|/"'«»[\]\\])[^\s<>(),;:|/"'«»[\]\\]+@[^\s<>(),;:|/"'«»[\]\\]+/gu;
const valid =
  /^[^\s@]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.[\p{L}\p{N}-]{2,}$/u;

/** The addresses in a cell: several of them, "Ana <ana@x.es>", "mailto:ana@x.es", a stray space or dot forgiven. */
export function readEmails(cell: string): ReadEmails {
  const text = cell
    .replace(/mailto:/gi, ' ')
    .replace(/\s*[([{]\s*(?:at|arroba|собака)\s*[)\]}]\s*/gi, '@')
    .replace(/[ \t]+@[ \t]*|@[ \t]+/g, '@');
  const found = text.match(candidate) ?? [];
  if (found.length === 0) return { addresses: [], invalid: text.trim() === '' ? [] : [cell] };
  const tidy = found.map((address) => address.replace(/^[.'`]+|[.'`?]+$/g, ''));
  const addresses = [...new Set(tidy.filter(isEmail))];
  return { addresses, invalid: tidy.filter((address) => !isEmail(address)) };
}

/** Says whether a text can be an email address. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && valid.test(text) && !text.includes('..');
}
