import iconv from 'iconv-lite';
import { XLSX } from '../xls/sheetjs.ts';

/**
 * An Excel 5 workbook whose texts are bytes of a code page that the file doesn't name, as old accounting programs
 * write it. SheetJS writes ASCII only there, so placeholders of the same length are replaced afterwards.
 */
export function buildBiff5(rows: readonly (readonly (string | number)[])[], encoding: string): Buffer {
  const texts = [...new Set(rows.flat().filter((cell) => typeof cell === 'string'))].toSorted((a, b) => b.length - a.length);
  const placeholder = (index: number, length: number) => String.fromCharCode(65 + index).repeat(length);
  const plain = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? placeholder(texts.indexOf(cell), cell.length) : cell)),
  );
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(plain), 'Sheet');
  const bytes = XLSX.write(book, { bookType: 'biff5', type: 'buffer' }) as Buffer;
  for (const [index, text] of texts.entries()) {
    const mark = Buffer.from(placeholder(index, text.length), 'latin1');
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark)) iconv.encode(text, encoding).copy(bytes, at);
  }
  return withoutCodePage(bytes);
}

/** Turns the record that names the code page into one that means nothing. */
function withoutCodePage(bytes: Buffer): Buffer {
  const at = bytes.indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]));
  if (at > 0) bytes.writeUInt16LE(0x0060, at);
  return bytes;
}
