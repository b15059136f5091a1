import { limits } from '../limits.ts';
import type { CsvRules } from './scan-csv.ts';

export interface RecordRules extends CsvRules {
  readonly delimiterCode: number;
}

export interface RecordPlace {
  readonly buffer: string;
  readonly at: number;
  /** Nothing comes after this buffer. */
  readonly isLast: boolean;
  readonly rules: RecordRules;
}

export interface CsvRecord {
  readonly cells: string[];
  /** Where the next record starts. */
  readonly end: number;
  /** Physical lines the record takes. */
  readonly lines: number;
}

/**
 * Reads one record that has quote marks in it; undefined when more text is needed. A quote that is never closed, or
 * whose field swallows the rows after it, is taken as an inch mark or a slip of the pen: its line is read as it stands.
 */
export function readRecord(place: RecordPlace): CsvRecord | undefined {
  const record = readQuotedRecord(place);
  if (record === 'incomplete') return undefined;
  if (record === 'unclosed') return readLine(place);
  const { columns } = place.rules;
  if (record.lines === 1 || columns === 0 || record.cells.length === columns) return record;
  const line = readLine(place);
  return line.cells.length === columns ? line : record;
}

const quoteCode = 34;

function readQuotedRecord({ buffer, at, isLast, rules }: RecordPlace): CsvRecord | 'incomplete' | 'unclosed' {
  const cells: string[] = [];
  let start = at;
  for (;;) {
    const quote = findOpeningQuote(buffer, start, rules.delimiterCode);
    let end: number;
    if (quote < 0) {
      end = findFieldEnd(buffer, start, rules);
      if (end < 0 && !isLast) return 'incomplete';
      if (end < 0) end = buffer.length;
      cells.push(withoutReturn(buffer, start, end));
    } else {
      const closing = findClosingQuote({ buffer, at: quote + 1, isLast, rules });
      if (closing === 'incomplete') return buffer.length - quote > limits.quotedFieldCharacters ? 'unclosed' : closing;
      if (closing === 'unclosed') return closing;
      cells.push(
        buffer
          .slice(quote + 1, closing.quote)
          .replaceAll('""', '"')
          .replace(/\r\n?/g, '\n'),
      );
      end = closing.fieldEnd;
    }
    if (end >= buffer.length || buffer.charCodeAt(end) !== rules.delimiterCode) {
      return { cells, end: end + 1, lines: countLines(buffer, at, end, rules.newline) };
    }
    start = end + 1;
  }
}

/** A line on its own, its quotes kept where they don't embrace a whole field. */
function readLine({ buffer, at, rules }: RecordPlace): CsvRecord {
  const lineEnd = buffer.indexOf(rules.newline, at);
  const end = lineEnd < 0 ? buffer.length : lineEnd;
  const cells = withoutReturn(buffer, at, end).split(rules.delimiter);
  return { cells: cells.map((cell) => (/^"[^"]*"$/.test(cell) ? cell.slice(1, -1) : cell)), end: end + 1, lines: 1 };
}

function findOpeningQuote(buffer: string, start: number, delimiterCode: number): number {
  let at = start;
  while (buffer.charCodeAt(at) === 32 && delimiterCode !== 32) at += 1;
  return buffer.charCodeAt(at) === quoteCode ? at : -1;
}

/** The closing quote is one with nothing but blanks between it and the field's end; others inside are text. */
function findClosingQuote({
  buffer,
  at,
  isLast,
  rules,
}: RecordPlace): 'incomplete' | 'unclosed' | { quote: number; fieldEnd: number } {
  for (let from = at; ;) {
    const quote = buffer.indexOf('"', from);
    if (quote < 0) return isLast ? 'unclosed' : 'incomplete';
    if (quote - at > limits.quotedFieldCharacters) return 'unclosed';
    let next = quote + 1;
    if (buffer.charCodeAt(next) === quoteCode) {
      from = next + 1;
      continue;
    }
    while (buffer.charCodeAt(next) === 32 || (buffer.charCodeAt(next) === 13 && rules.newline === '\n')) next += 1;
    if (next >= buffer.length) return isLast ? { quote, fieldEnd: next } : 'incomplete';
    if (buffer.charCodeAt(next) === rules.delimiterCode || buffer[next] === rules.newline) return { quote, fieldEnd: next };
    from = quote + 1;
  }
}

function findFieldEnd(buffer: string, start: number, { delimiterCode, newline }: RecordRules): number {
  const newlineCode = newline.charCodeAt(0);
  for (let at = start; at < buffer.length; at += 1) {
    const code = buffer.charCodeAt(at);
    if (code === delimiterCode || code === newlineCode) return at;
  }
  return -1;
}

function withoutReturn(buffer: string, start: number, end: number): string {
  return buffer.slice(start, end > start && buffer.charCodeAt(end - 1) === 13 ? end - 1 : end);
}

function countLines(buffer: string, start: number, end: number, newline: string): number {
  let lines = 1;
  for (let at = buffer.indexOf(newline, start); at >= 0 && at < end; at = buffer.indexOf(newline, at + 1)) lines += 1;
  return lines;
}
