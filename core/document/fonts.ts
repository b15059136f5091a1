import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = join(dirname(createRequire(import.meta.url).resolve('pdfmake/fonts/Roboto.js')), 'Roboto');

/** Roboto, which pdfmake brings: Latin, Greek and Cyrillic. */
export const fonts = {
  Roboto: {
    normal: join(folder, 'Roboto-Regular.ttf'),
    bold: join(folder, 'Roboto-Medium.ttf'),
    italics: join(folder, 'Roboto-Italic.ttf'),
    bolditalics: join(folder, 'Roboto-MediumItalic.ttf'),
  },
};

/** Whether a file is one of the fonts: nothing else on the disk has a place in a PDF. */
export function isFontFile(path: string): boolean {
  return Object.values(fonts.Roboto).includes(path);
}

/** What Roboto has no sign for, and how to write it instead. */
const replacements: Readonly<Record<string, string>> = {
  '\u202f': '\u00a0',
  '\u2011': '-',
  '₴': 'UAH',
  '₸': 'KZT',
  '₲': 'PYG',
  '₡': 'CRC',
  '₾': 'GEL',
};

/** Text as the font can print it: no control characters or pictures. */
export function printable(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f]|\ufe0f|\p{Emoji_Presentation}/gu, '')
    .replaceAll(/[\u202f\u2011₴₸₲₡₾]/g, (sign) => replacements[sign] ?? '');
}
