import { limits } from '../limits.ts';
import { SourceError } from '../source-error.ts';

/** One property as it stands in the file, folded lines joined; one JavaScript character per byte (latin1). */
export interface VcfLine {
  /** The physical line where it starts, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Binary properties can be megabytes of base64 that nobody reads here. */
const skipped = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i;
const skippedPrefix = 64;

/** A sample of a file with its folded lines joined, for finding its encoding. */
export function unfoldBytes(sample: Buffer): Buffer {
  return Buffer.from(sample.toString('latin1').replace(/\r?\n[ \t]/g, ''), 'latin1');
}

/**
 * Joins folded lines and the soft line breaks of quoted-printable. It works on bytes, since folding may cut a
 * character of UTF-8 in two. Pictures, sounds and keys come without their content.
 */
export class Unfolder {
  #rest = '';
  #line = 0;
  #parts: string[] = [];
  #length = 0;
  #startLine = 0;
  #isSkipped = false;
  #isQuotedPrintable = false;

  /** `piece` is bytes as latin1. */
  *push(piece: string): Generator<VcfLine> {
    const buffer = this.#rest + piece;
    let at = 0;
    for (;;) {
      const end = buffer.indexOf('\n', at);
      if (end < 0) break;
      yield* this.#physicalLine(buffer.slice(at, end > at && buffer.charCodeAt(end - 1) === 13 ? end - 1 : end));
      at = end + 1;
    }
    this.#rest = buffer.slice(at);
    if (this.#rest.length > skippedPrefix && this.#isInSkipped()) this.#rest = this.#rest.slice(0, skippedPrefix);
    if (this.#rest.length > limits.lineCharacters) this.#refuse();
  }

  *end(): Generator<VcfLine> {
    if (this.#rest !== '') yield* this.#physicalLine(this.#rest);
    yield* this.#flush();
  }

  *#physicalLine(text: string): Generator<VcfLine> {
    this.#line += 1;
    const continuesSoftly = this.#isQuotedPrintable && this.#parts.at(-1)?.endsWith('=') === true;
    const isFolded = text.startsWith(' ') || text.startsWith('\t');
    // Outlook and old telephones end base64 with an empty line and don't indent it.
    const continuesBinary = this.#isSkipped && !isFolded && /^[A-Za-z0-9+/]+=*$/.test(text) && text.length > 20;
    if (this.#parts.length > 0 && (continuesSoftly || isFolded || continuesBinary)) {
      this.#continue(continuesSoftly ? text : text.slice(1), continuesSoftly);
      return;
    }
    yield* this.#flush();
    this.#startLine = this.#line;
    this.#isSkipped = skipped.test(text);
    this.#isQuotedPrintable = /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(text);
    this.#parts = [this.#isSkipped ? text.slice(0, skippedPrefix) : text];
    this.#length = text.length;
  }

  #continue(text: string, isSoft: boolean): void {
    if (this.#isSkipped) return;
    if (isSoft) this.#parts[this.#parts.length - 1] = this.#parts.at(-1)!.slice(0, -1);
    this.#parts.push(text);
    this.#length += text.length;
    if (this.#length > limits.lineCharacters) this.#refuse();
  }

  *#flush(): Generator<VcfLine> {
    const text = this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join('');
    this.#parts = [];
    if (text.trim() !== '') yield { line: this.#startLine, text };
  }

  #isInSkipped(): boolean {
    const start = this.#rest.charCodeAt(0);
    return skipped.test(this.#rest.slice(0, skippedPrefix)) || (this.#isSkipped && (start === 32 || start === 9));
  }

  #refuse(): never {
    throw new SourceError('lineTooLong', { line: this.#startLine, limit: limits.lineCharacters });
  }
}
