import iconv from 'iconv-lite';
import type { SampleFile } from './messy-workbook.ts';

/** Too few letters to tell how they are written: bytes of Windows Cyrillic that read as well in other alphabets. */
export function shortCyrillicList(): SampleFile {
  const text = 'Name;Phone\r\nЖ. Щ.;+7 495 123-45-67\r\n';
  return { name: 'list.csv', mimeType: 'text/csv', buffer: iconv.encode(text, 'windows-1251') };
}
