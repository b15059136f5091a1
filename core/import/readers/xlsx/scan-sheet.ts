import { RowBatch } from '../batch-rows.ts';
import { limits } from '../limits.ts';
import { SourceError } from '../source-error.ts';
import type { XmlHandler } from '../xml/scan-xml.ts';
import { readAttribute } from '../xml/xml-values.ts';
import { decodeCellText } from './decode-cell-text.ts';
import type { DateKind } from './date-format.ts';
import { formatSerialDate } from './serial-date.ts';
import type { Cell } from '#shared/import/table.ts';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateKinds: readonly (DateKind | undefined)[];
  readonly is1904: boolean;
}

/** Makes rows of a sheet's XML. Places (`r`) are believed as far as they go forward; where they lack or repeat, cells follow on. */
export class SheetHandler implements XmlHandler {
  readonly batch = new RowBatch();
  readonly #context: SheetContext;
  #line = 0;
  #rowCount = 0;
  #cells: Cell[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #text = '';
  #inText = false;
  #inPhonetic = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#inText = !this.#inPhonetic;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'rPh') this.#inPhonetic = true;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inText = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.batch.add(this.#line, this.#cells);
    else if (name === 'rPh') this.#inPhonetic = false;
  }

  text(raw: string, isCdata: boolean): void {
    if (this.#inText) this.#text += isCdata ? raw.replaceAll('&', '&amp;') : raw;
  }

  #openRow(attributes: string): void {
    this.#rowCount += 1;
    if (this.#rowCount > limits.sheetRows) throw new SourceError('tooLarge', { limit: limits.sheetRows });
    const line = Number(readAttribute(attributes, 'r') ?? 0);
    this.#line = line > this.#line && Number.isSafeInteger(line) ? line : this.#line + 1;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    const named = readColumn(attributes);
    this.#column = named > this.#column ? named : this.#column + 1;
    if (this.#column >= limits.columns) throw new SourceError('tooManyColumns', { line: this.#line, limit: limits.columns });
    this.#style = Number(readAttribute(attributes, 's') ?? 0);
    this.#type = readAttribute(attributes, 't') ?? 'n';
    this.#text = '';
  }

  #closeCell(): void {
    if (this.#text === '') return;
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = this.#value();
  }

  #value(): Cell {
    switch (this.#type) {
      case 'n':
        return this.#number();
      case 's':
        return this.#context.strings[Number(this.#text)] ?? null;
      case 'b':
        return this.#text === '1' || this.#text === 'true';
      case 'd':
        return this.#text.replace(/^(\d{4}-\d\d-\d\d)T00:00.*$/, '$1').replace(/(T\d\d:\d\d):.*$/, '$1');
      default:
        return decodeCellText(this.#text);
    }
  }

  #number(): Cell {
    const number = Number(this.#text);
    if (Number.isNaN(number)) return decodeCellText(this.#text);
    const kind = this.#context.dateKinds[this.#style];
    if (kind === undefined) return number;
    const date = formatSerialDate({ serial: number, kind, is1904: this.#context.is1904 });
    return date === undefined ? number : date;
  }
}

/** The column from 0 of a cell's `r` ("AB12" is 27), or -1 when there is none. */
function readColumn(attributes: string): number {
  const place = readAttribute(attributes, 'r') ?? '';
  let column = 0;
  for (let i = 0; i < place.length && i < 4; i += 1) {
    // Both cases of A to Z.
    const letter = (place.charCodeAt(i) & 0xdf) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
