import iconv from 'iconv-lite';
import { iconvName } from '../text/judge-encoding.ts';
import type { Encoding } from '#shared/import/table.ts';

export interface VcfProperty {
  /** "item1" of "item1.TEL", which ties a property to its label; empty when there is none. */
  readonly group: string;
  /** Capital letters: "TEL". */
  readonly name: string;
  /** All types in small letters, in whatever way they are written: TYPE=a,b; TYPE=a;TYPE=b; bare; quoted. */
  readonly types: ReadonlySet<string>;
  /** Other parameters, names in capitals. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Decoded text, its backslash escapes still in it. */
  readonly value: string;
}

/** Parses "group.NAME;PARAMETERS:value" of bytes as latin1; undefined for lines that are no property. */
export function parseProperty(text: string, fileEncoding: Encoding): VcfProperty | undefined {
  const colon = findColon(text);
  if (colon < 0) return undefined;
  const [head = '', ...rest] = splitOutsideQuotes(text.slice(0, colon), ';');
  const dot = head.lastIndexOf('.');
  const name = head
    .slice(dot + 1)
    .trim()
    .toUpperCase();
  if (!/^[A-Z0-9_-]+$/.test(name)) return undefined;
  const { types, parameters } = parseParameters(rest, fileEncoding);
  const value = decodeValue(text.slice(colon + 1), parameters, fileEncoding);
  return { group: head.slice(0, Math.max(0, dot)).trim().toLowerCase(), name, types, parameters, value };
}

function findColon(text: string): number {
  const colon = text.indexOf(':');
  const quote = text.indexOf('"');
  if (quote < 0 || quote > colon) return colon;
  let isQuoted = false;
  for (let i = quote; i < text.length; i += 1) {
    if (text[i] === '"') isQuoted = !isQuoted;
    else if (text[i] === ':' && !isQuoted) return i;
  }
  return colon;
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator);
  return text.match(new RegExp(`(?:"[^"]*"|[^${separator}"])+`, 'g')) ?? [];
}

function parseParameters(parts: readonly string[], encoding: Encoding): Pick<VcfProperty, 'types' | 'parameters'> {
  const types = new Set<string>();
  const parameters = new Map<string, string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(0, equals)).trim().toUpperCase();
    const value = toText(part.slice(equals + 1), encoding)
      .replaceAll('"', '')
      .trim();
    if (name === '' || name === 'TYPE') for (const type of value.toLowerCase().split(',')) types.add(type.trim());
    else parameters.set(name, value);
  }
  if (types.has('quoted-printable')) parameters.set('ENCODING', 'QUOTED-PRINTABLE');
  return { types, parameters };
}

function decodeValue(raw: string, parameters: ReadonlyMap<string, string>, fileEncoding: Encoding): string {
  const charset = parameters.get('CHARSET')?.toLowerCase();
  const coding = parameters.get('ENCODING')?.toUpperCase();
  const bytes = coding === 'QUOTED-PRINTABLE' ? decodeQuotedPrintable(raw) : raw;
  return toText(bytes, charset !== undefined && iconv.encodingExists(charset) ? charset : iconvName(fileEncoding));
}

function decodeQuotedPrintable(raw: string): string {
  return raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function toText(latin1: string, encoding: string): string {
  // eslint-disable-next-line no-control-regex -- ASCII is what it asks for
  return /^[\0-\x7f]*$/.test(latin1) ? latin1 : iconv.decode(Buffer.from(latin1, 'latin1'), encoding);
}

/** Text of a value: `\n`, `\,`, `\;` and `\\` made what they stand for. */
export function unescapeValue(value: string): string {
  if (!value.includes('\\')) return value.replace(/\r\n?/g, '\n').trim();
  return value
    .replace(/\\(.)/gs, (whole, next: string) => (next === 'n' || next === 'N' ? '\n' : /[,;:\\]/.test(next) ? next : whole))
    .replace(/\r\n?/g, '\n')
    .trim();
}

/** Parts of a structured value (N, ADR, ORG, CATEGORIES), unescaped. */
export function splitValue(value: string, separator: ';' | ','): string[] {
  const parts = value.match(new RegExp(`(?:\\\\.|[^\\\\${separator}])*(?:${separator}|$)`, 'gs')) ?? [];
  const cut = parts.map((part) => unescapeValue(part.endsWith(separator) ? part.slice(0, -1) : part));
  return cut.slice(0, Math.max(1, cut.length - (value.endsWith(separator) ? 0 : 1)));
}
