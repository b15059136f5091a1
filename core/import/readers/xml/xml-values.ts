const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as meant: the five named and all numeric references replaced, line ends made "\n". Other entities stay as written. */
export function decodeXmlText(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&(#[xX]?[0-9a-fA-F]{1,8}|[a-z]{2,4});/g, (whole, name: string) =>
    name.startsWith('#') ? decodeNumber(name) : (named[name] ?? whole),
  );
}

/** An attribute by its full name as written ("r:id"), or undefined. `attributes` is what an XmlScanner gives. */
export function readAttribute(attributes: string, name: string): string | undefined {
  for (let from = 0; ;) {
    const at = attributes.indexOf(name, from);
    if (at < 0) return undefined;
    from = at + name.length;
    if (at > 0 && attributes.charCodeAt(at - 1) > 32) continue;
    const value = readQuoted(attributes, from);
    if (value !== undefined) return decodeXmlText(value);
  }
}

/** An attribute by its name without prefix: producers differ in the prefixes they choose. */
export function readAttributeOfAnyPrefix(attributes: string, name: string): string | undefined {
  if (!attributes.includes(name)) return undefined;
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found === null ? undefined : decodeXmlText(found[1] ?? found[2] ?? '');
}

const patterns = new Map<string, RegExp>();

function readQuoted(attributes: string, from: number): string | undefined {
  let at = from;
  while (attributes.charCodeAt(at) <= 32) at += 1;
  if (attributes[at] !== '=') return undefined;
  at += 1;
  while (attributes.charCodeAt(at) <= 32) at += 1;
  const quote = attributes[at];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = attributes.indexOf(quote, at + 1);
  return end < 0 ? undefined : attributes.slice(at + 1, end);
}

function decodeNumber(name: string): string {
  const isHex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
}
