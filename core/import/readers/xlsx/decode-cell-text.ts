import { decodeXmlText } from '../xml/xml-values.ts';

/** Text of a cell as meant: besides XML's references, `_x000D_` stands for a character that XML can't hold. */
export function decodeCellText(raw: string): string {
  const text = decodeXmlText(raw);
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n');
}
