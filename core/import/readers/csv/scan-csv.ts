import { limits } from '../limits.ts';
import { SourceError } from '../source-error.ts';
import { readRecord } from './read-record.ts';
import type { RecordRules } from './read-record.ts';

export interface CsvRules {
  readonly delimiter: string;
  /** How lines end: "\n" (with or without "\r" before it), or "\r" alone. */
  readonly newline: '\n' | '\r';
  /** How many columns most rows have; where a quoted field makes a row of another size, its quote is doubted. 0 = unknown. */
  readonly columns: number;
}

/** Given each row with the line it starts on, from 1, and all its cells, empty ones included. */
export type CsvSink = (line: number, cells: string[]) => void;

/** Makes rows of text given in pieces. Cells stay text; lines with nothing on them give no row. */
export class CsvScanner {
  readonly #rules: RecordRules;
  readonly #sink: CsvSink;
  #rest = '';
  #line = 1;

  constructor(rules: CsvRules, sink: CsvSink) {
    this.#rules = { ...rules, delimiterCode: rules.delimiter.charCodeAt(0) };
    this.#sink = sink;
  }

  push(piece: string): void {
    this.#scan(this.#rest + piece, false);
    if (this.#rest.length > limits.lineCharacters) {
      throw new SourceError('lineTooLong', { line: this.#line, limit: limits.lineCharacters });
    }
  }

  end(): void {
    // Ctrl+Z ends files of DOS programs.
    const last = this.#rest.endsWith('\x1a') ? this.#rest.slice(0, -1) : this.#rest;
    if (last !== '') this.#scan(last, true);
  }

  #scan(buffer: string, isLast: boolean): void {
    const { newline } = this.#rules;
    let at = 0;
    let quote = buffer.indexOf('"');
    while (at < buffer.length) {
      if (quote >= 0 && quote < at) quote = buffer.indexOf('"', at);
      const lineEnd = buffer.indexOf(newline, at);
      if (lineEnd < 0 && !isLast) break;
      const end = lineEnd < 0 ? buffer.length : lineEnd;
      if (quote < 0 || quote > end) {
        this.#addPlainLine(buffer, at, end);
        at = end + 1;
        continue;
      }
      const record = readRecord({ buffer, at, isLast, rules: this.#rules });
      if (record === undefined) break;
      this.#add(record.cells.map(unwrapFormula));
      this.#line += record.lines;
      at = record.end;
    }
    this.#rest = isLast ? '' : buffer.slice(at);
  }

  #addPlainLine(buffer: string, at: number, end: number): void {
    const withoutReturn = end > at && buffer.charCodeAt(end - 1) === 13 ? end - 1 : end;
    if (withoutReturn > at) this.#add(buffer.slice(at, withoutReturn).split(this.#rules.delimiter));
    this.#line += 1;
  }

  #add(cells: string[]): void {
    if (cells.length > limits.columns) throw new SourceError('tooManyColumns', { line: this.#line, limit: limits.columns });
    this.#sink(this.#line, cells);
  }
}

/** `="0034600"` is how some programs keep Excel from making a number of a text. */
function unwrapFormula(cell: string): string {
  return cell.startsWith('="') && cell.endsWith('"') && cell.length > 2 ? cell.slice(2, -1).replaceAll('""', '"') : cell;
}
