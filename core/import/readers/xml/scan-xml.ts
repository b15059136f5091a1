import { limits } from '../limits.ts';
import { SourceError } from '../source-error.ts';

/** What a scan tells: names come without prefix, attributes and text as written (see {@link decodeXmlText}). */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(raw: string, isCdata: boolean): void;
}

/**
 * Scans XML given in pieces and calls the handler; a self-closing element gives open and close. It knows no DTD, so
 * no entity can grow or reach for another file: a document type is refused. Throws SourceError "damaged" or
 * "truncated" for what is not a whole document.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = '';
  #depth = 0;
  #seenRoot = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(piece: string): void {
    const buffer = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    while (at < buffer.length) {
      const next = buffer.charCodeAt(at) === lessThan ? this.#markup(buffer, at) : this.#plainText(buffer, at);
      if (next < 0) break;
      at = next;
    }
    this.#rest = buffer.slice(at);
    if (this.#rest.length > limits.lineCharacters) throw new SourceError('lineTooLong', { limit: limits.lineCharacters });
  }

  end(): void {
    if (!this.#seenRoot && this.#rest.trim() !== '' && !this.#rest.includes('<')) throw new SourceError('damaged');
    if (!this.#seenRoot || this.#depth > 0 || this.#rest.trim() !== '') throw new SourceError('truncated');
  }

  #plainText(buffer: string, at: number): number {
    const end = buffer.indexOf('<', at);
    if (end < 0) return -1;
    if (this.#depth > 0) this.#handler.text(buffer.slice(at, end), false);
    return end;
  }

  /** Returns where the markup ends, or -1 when more must be read. */
  #markup(buffer: string, at: number): number {
    const kind = buffer.charCodeAt(at + 1);
    if (kind === slash) return this.#closeTag(buffer, at);
    if (kind === exclamation) return this.#declaration(buffer, at);
    if (kind === question) return skipPast(buffer, '?>', at + 2);
    return Number.isNaN(kind) ? -1 : this.#openTag(buffer, at);
  }

  #openTag(buffer: string, at: number): number {
    let nameStart = at + 1;
    let nameEnd = nameStart;
    for (; nameEnd < buffer.length; nameEnd += 1) {
      const code = buffer.charCodeAt(nameEnd);
      if (code === colon) nameStart = nameEnd + 1;
      else if (code <= space || code === slash || code === greaterThan) break;
    }
    const end = findTagEnd(buffer, nameEnd);
    if (end < 0) return -1;
    if (nameEnd === nameStart || (this.#depth === 0 && this.#seenRoot)) throw new SourceError('damaged');
    const selfClosing = buffer.charCodeAt(end - 1) === slash;
    const name = buffer.slice(nameStart, nameEnd);
    this.#seenRoot = true;
    this.#handler.open(name, nameEnd === end ? '' : buffer.slice(nameEnd, selfClosing ? end - 1 : end));
    if (selfClosing) this.#handler.close(name);
    else if (++this.#depth > limits.xmlDepth) throw new SourceError('damaged', { depth: limits.xmlDepth });
    return end + 1;
  }

  #closeTag(buffer: string, at: number): number {
    let nameStart = at + 2;
    let nameEnd = 0;
    for (let i = nameStart; i < buffer.length; i += 1) {
      const code = buffer.charCodeAt(i);
      if (code === colon) nameStart = i + 1;
      else if (code <= space || code === greaterThan) nameEnd ||= i;
      if (code !== greaterThan) continue;
      if (--this.#depth < 0) throw new SourceError('damaged');
      this.#handler.close(buffer.slice(nameStart, nameEnd));
      return i + 1;
    }
    return -1;
  }

  #declaration(buffer: string, at: number): number {
    if (buffer.startsWith('<!--', at)) return skipPast(buffer, '-->', at + 4);
    if (buffer.startsWith('<![CDATA[', at)) {
      const end = buffer.indexOf(']]>', at);
      if (end < 0) return -1;
      this.#handler.text(buffer.slice(at + 9, end), true);
      return end + 3;
    }
    if (buffer.length - at < 9) return -1;
    throw new SourceError('damaged', { reason: 'documentType' });
  }
}

const lessThan = 60;
const slash = 47;
const greaterThan = 62;
const exclamation = 33;
const question = 63;
const colon = 58;
const space = 32;
const equals = 61;
const doubleQuote = 34;
const singleQuote = 39;

function skipPast(buffer: string, mark: string, from: number): number {
  const found = buffer.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** A ">" may stand inside an attribute's quotes; only tags that look like it are walked character by character. */
function findTagEnd(buffer: string, nameEnd: number): number {
  const end = buffer.indexOf('>', nameEnd);
  if (end <= nameEnd + 1) return end;
  const before = buffer.charCodeAt(end - 1) === slash ? end - 2 : end - 1;
  const code = buffer.charCodeAt(before);
  const endsQuoted = code === doubleQuote || code === singleQuote;
  if (endsQuoted && buffer.charCodeAt(before - 1) !== equals) return end;
  return walkToTagEnd(buffer, nameEnd);
}

function walkToTagEnd(buffer: string, at: number): number {
  let quote = 0;
  for (let i = at; i < buffer.length; i += 1) {
    const code = buffer.charCodeAt(i);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === doubleQuote || code === singleQuote) quote = code;
    else if (code === greaterThan) return i;
  }
  return -1;
}
