import { RowBatch } from '../batch-rows.ts';
import { limits } from '../limits.ts';
import { SourceError } from '../source-error.ts';
import type { XmlHandler } from '../xml/scan-xml.ts';
import { decodeXmlText, readAttributeOfAnyPrefix } from '../xml/xml-values.ts';
import { readOdsValue } from './cell-value.ts';
import type { Cell } from '#shared/import/table.ts';

export interface OdsSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly hasRows: boolean;
}

/** Repeated rows with something in them beyond these are a drawing aid, not a list. */
const maxRepeatedRows = 1000;
const maxRepeatedCells = 100_000;

/**
 * Makes rows of an OpenDocument content. Repeat counts (a sheet usually ends with a million repeated empty rows) are
 * counted, not carried out, as far as nothing is in them.
 */
export class OdsHandler implements XmlHandler {
  readonly batch = new RowBatch();
  readonly sheets: OdsSheet[] = [];
  readonly #wanted: string | undefined;
  readonly #hiddenStyles = new Set<string>();
  #styleName = '';
  #sheet: { name: string; hidden: boolean } | undefined;
  #tableDepth = 0;
  #filledRowCount = 0;
  #line = 1;
  #rowCount = 0;
  #rowRepeat = 1;
  #cells: Cell[] = [];
  #pendingEmpty = 0;
  #repeatedCells = 0;
  #cellAttributes: string | undefined;
  #cellRepeat = 1;
  #paragraphs: string[] = [];
  #inParagraph = 0;
  #annotationDepth = 0;

  /** Only the sheet of this name gives rows; none does when it is undefined, then sheets are only listed. */
  constructor(wanted: string | undefined) {
    this.#wanted = wanted;
  }

  open(name: string, attributes: string): void {
    if (name === 'style') this.#styleName = readAttributeOfAnyPrefix(attributes, 'name') ?? '';
    else if (name === 'table-properties') this.#noteHiddenStyle(attributes);
    else if (name === 'table') this.#openTable(attributes);
    else if (name === 'annotation') this.#annotationDepth += 1;
    else if (this.#tableDepth !== 1 || this.#annotationDepth > 0) return;
    else if (name === 'table-row') this.#openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes);
    else if (this.#cellAttributes !== undefined) this.#openText(name, attributes);
  }

  close(name: string): void {
    if (name === 'annotation') this.#annotationDepth -= 1;
    else if (name === 'table') this.#closeTable();
    else if (this.#tableDepth !== 1 || this.#annotationDepth > 0) return;
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if ((name === 'p' || name === 'h') && this.#inParagraph > 0) this.#inParagraph -= 1;
  }

  text(raw: string, isCdata: boolean): void {
    if (this.#inParagraph === 0 || this.#annotationDepth > 0) return;
    // Blanks and line ends of the XML itself count as one blank.
    this.#append(isCdata ? raw : decodeXmlText(raw.replace(/\s+/g, ' ')));
  }

  #noteHiddenStyle(attributes: string): void {
    if (readAttributeOfAnyPrefix(attributes, 'display') === 'false') this.#hiddenStyles.add(this.#styleName);
  }

  #openTable(attributes: string): void {
    this.#tableDepth += 1;
    if (this.#tableDepth > 1) return;
    const style = readAttributeOfAnyPrefix(attributes, 'style-name') ?? '';
    this.#sheet = { name: readAttributeOfAnyPrefix(attributes, 'name') ?? '', hidden: this.#hiddenStyles.has(style) };
    this.#line = 1;
    this.#filledRowCount = 0;
  }

  #closeTable(): void {
    this.#tableDepth -= 1;
    if (this.#tableDepth === 0 && this.#sheet !== undefined) {
      this.sheets.push({ ...this.#sheet, hasRows: this.#filledRowCount > 0 });
      this.#sheet = undefined;
    }
  }

  #openRow(attributes: string): void {
    this.#rowCount += 1;
    if (this.#rowCount > limits.sheetRows) throw new SourceError('tooLarge', { limit: limits.sheetRows });
    this.#rowRepeat = readRepeat(attributes, 'number-rows-repeated');
    this.#cells = [];
    this.#pendingEmpty = 0;
  }

  #closeRow(): void {
    if (this.#cells.length > 0) {
      this.#filledRowCount += 1;
      const atMost = Math.max(1, Math.min(maxRepeatedRows, Math.floor(maxRepeatedCells / this.#cells.length)));
      const copies = this.#sheet?.name === this.#wanted ? Math.min(this.#rowRepeat, atMost) : 0;
      this.#countRepeated((copies - 1) * this.#cells.length);
      for (let i = 0; i < copies; i += 1) this.batch.add(this.#line + i, [...this.#cells]);
    }
    this.#line += this.#rowRepeat;
  }

  #openCell(attributes: string): void {
    this.#cellAttributes = attributes;
    this.#cellRepeat = readRepeat(attributes, 'number-columns-repeated');
    this.#paragraphs = [];
    this.#inParagraph = 0;
  }

  #closeCell(): void {
    const value = readOdsValue(this.#cellAttributes ?? '', this.#paragraphs);
    this.#cellAttributes = undefined;
    if (value === null || value === '') {
      this.#pendingEmpty += this.#cellRepeat;
      return;
    }
    const width = this.#cells.length + this.#pendingEmpty + this.#cellRepeat;
    if (width > limits.columns) throw new SourceError('tooManyColumns', { line: this.#line, limit: limits.columns });
    this.#countRepeated(this.#cellRepeat - 1);
    for (; this.#pendingEmpty > 0; this.#pendingEmpty -= 1) this.#cells.push(null);
    for (let i = 0; i < this.#cellRepeat; i += 1) this.#cells.push(value);
  }

  #countRepeated(cells: number): void {
    this.#repeatedCells += Math.max(0, cells);
    if (this.#repeatedCells > limits.repeatedCells) throw new SourceError('tooLarge', { limit: limits.repeatedCells });
  }

  #openText(name: string, attributes: string): void {
    if (name === 'p' || name === 'h') {
      this.#inParagraph += 1;
      this.#paragraphs.push('');
    } else if (this.#inParagraph === 0) return;
    else if (name === 's') this.#append(' '.repeat(Math.min(readRepeat(attributes, 'c'), 1000)));
    else if (name === 'tab') this.#append('\t');
    else if (name === 'line-break') this.#append('\n');
  }

  #append(text: string): void {
    this.#paragraphs[this.#paragraphs.length - 1] += text;
  }
}

function readRepeat(attributes: string, name: string): number {
  const repeat = Number(readAttributeOfAnyPrefix(attributes, name) ?? 1);
  return Number.isSafeInteger(repeat) && repeat > 0 ? repeat : 1;
}
