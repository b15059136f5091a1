import type { XmlHandler } from '../xml/scan-xml.ts';
import { decodeCellText } from './decode-cell-text.ts';

/** Collects the texts that cells share. Runs of rich text are joined, phonetic guides (furigana) left out. */
export class SharedStringsHandler implements XmlHandler {
  readonly strings: string[] = [];
  #text = '';
  #inText = false;
  #inPhonetic = false;

  open(name: string): void {
    if (name === 'si') this.#text = '';
    else if (name === 't') this.#inText = !this.#inPhonetic;
    else if (name === 'rPh') this.#inPhonetic = true;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#inPhonetic = false;
    else if (name === 'si') this.strings.push(decodeCellText(this.#text));
  }

  text(raw: string, isCdata: boolean): void {
    if (this.#inText) this.#text += isCdata ? raw.replaceAll('&', '&amp;') : raw;
  }
}
