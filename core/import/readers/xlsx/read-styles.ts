import { readAttribute } from '../xml/xml-values.ts';
import type { XmlHandler } from '../xml/scan-xml.ts';
import { findDateKind } from './date-format.ts';
import type { DateKind } from './date-format.ts';

/** Collects from styles.xml which cell styles show a date; the position in `dateKinds` is what a cell's "s" names. */
export class StylesHandler implements XmlHandler {
  readonly dateKinds: (DateKind | undefined)[] = [];
  readonly #codes = new Map<number, string>();
  #inCellFormats = false;

  open(name: string, attributes: string): void {
    if (name === 'numFmt') this.#codes.set(readId(attributes), readAttribute(attributes, 'formatCode') ?? '');
    else if (name === 'cellXfs') this.#inCellFormats = true;
    else if (name === 'xf' && this.#inCellFormats) this.#addFormat(readId(attributes));
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#inCellFormats = false;
  }

  text(): void {}

  #addFormat(id: number): void {
    this.dateKinds.push(findDateKind(id, this.#codes.get(id)));
  }
}

function readId(attributes: string): number {
  return Number(readAttribute(attributes, 'numFmtId') ?? 0);
}
