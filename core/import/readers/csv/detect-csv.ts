import { CsvScanner } from './scan-csv.ts';
import type { CsvRules } from './scan-csv.ts';

export interface DetectedCsv extends CsvRules {
  /** The first line is Excel's `sep=;`, not a row. */
  readonly hasSeparatorLine: boolean;
}

const delimiters = [';', '\t', ',', '|'] as const;
/** Rows looked at: enough to outvote titles and totals. */
const sampleRows = 400;

/** Finds out delimiter, line ends and usual number of columns from the beginning of a text, unless `delimiter` is given. */
export function detectCsv(head: string, isWhole: boolean, delimiter?: string): DetectedCsv {
  const newline = findNewline(head);
  const separatorLine = /^sep=(.)\s*?[\r\n]/i.exec(head);
  const named = delimiter ?? separatorLine?.[1];
  const body = separatorLine === null ? head : head.slice(separatorLine[0].length);
  const tries = (named === undefined ? delimiters : [named]).map((candidate) =>
    judge({ body, isWhole, newline, delimiter: candidate }),
  );
  const best = tries.reduce((a, b) => (b.score > a.score ? b : a));
  // Where no delimiter makes columns the whole line is the cell; a tab is the least likely to come up later.
  const isTable = named !== undefined || best.score > 0;
  return {
    delimiter: isTable ? best.delimiter : '\t',
    columns: isTable ? best.columns : 1,
    newline,
    hasSeparatorLine: separatorLine !== null,
  };
}

/** Cells of many lines have line ends of their own, often of the other kind: only those between cells count. */
function findNewline(head: string): '\n' | '\r' {
  const betweenCells = head.replace(/"[^"]*"/g, '');
  const returns = betweenCells.match(/\r(?![\r\n])/g)?.length ?? 0;
  const feeds = betweenCells.match(/\n/g)?.length ?? 0;
  return returns > feeds ? '\r' : '\n';
}

interface Trial {
  readonly body: string;
  readonly isWhole: boolean;
  readonly newline: '\n' | '\r';
  readonly delimiter: string;
}

interface Judgement {
  readonly delimiter: string;
  readonly columns: number;
  readonly score: number;
}

function judge({ body, isWhole, newline, delimiter }: Trial): Judgement {
  if (!body.includes(delimiter)) return { delimiter, columns: 1, score: 0 };
  const rowsByWidth = new Map<number, number>();
  let rows = 0;
  const scanner = new CsvScanner({ delimiter, newline, columns: 0 }, (_, { length }) => {
    if (rows < sampleRows) rowsByWidth.set(length, (rowsByWidth.get(length) ?? 0) + 1);
    rows += 1;
  });
  scanner.push(body);
  if (isWhole || rows === 0) scanner.end();
  return { delimiter, ...scoreWidths(rowsByWidth), ...(delimiter === ',' ? doubtCommas(body, rowsByWidth) : {}) };
}

/** A delimiter is good when most rows have the same number of columns, the more the better. */
function scoreWidths(rowsByWidth: ReadonlyMap<number, number>): { columns: number; score: number } {
  const rows = [...rowsByWidth.values()].reduce((sum, count) => sum + count, 0);
  let best = { columns: 1, score: 0 };
  for (const [columns, count] of rowsByWidth) {
    const score = (count / rows) ** 3 * (1 + Math.log2(columns));
    if (columns > 1 && score > best.score) best = { columns, score };
  }
  return best;
}

/** Commas followed by a blank, or between digits, are mostly punctuation and decimals. */
function doubtCommas(body: string, rowsByWidth: ReadonlyMap<number, number>): { score: number } {
  const all = body.match(/,/g)?.length ?? 1;
  const doubtful = body.match(/, |\d,(?=\d)/g)?.length ?? 0;
  const score = scoreWidths(rowsByWidth).score * (1 - (0.6 * doubtful) / all);
  return { score: score < leastCommaScore ? 0 : score };
}

/** Below it commas are those of "Last, First" in a list of one column. */
const leastCommaScore = 0.75;
