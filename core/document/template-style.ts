import type * as docx from 'docx';
import type { Word } from '#core/document/ready-layout.ts';

export type Docx = typeof docx;

/** What the parts of a ready template are made with. */
export interface TemplateSource {
  readonly docx: Docx;
  readonly word: (word: Word) => string;
}

const accent = '1D4E89';
const faint = '5F6B7A';
const line = 'CCD4DD';
const none = { style: 'none', size: 0, color: 'auto' } as const;
const thin = { style: 'single', size: 4, color: line } as const;
const strong = { style: 'single', size: 8, color: accent } as const;

/** Page, styles and borders of ready templates. Lengths are twentieths of a point, sizes of letters half points. */
export const paper = {
  /** Between the margins of an A4 page. */
  width: 9_986,
  page: { size: { width: 11_906, height: 16_838 }, margin: { top: 880, bottom: 960, left: 960, right: 960, footer: 480 } },
  accent,
  faint,
  panel: 'F1F4F8',
  thin,
  strong,
  noBorders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
  rows: { top: strong, bottom: strong, left: none, right: none, insideHorizontal: thin, insideVertical: none },
  quiet: { top: none, bottom: none, left: none, right: none, insideHorizontal: thin, insideVertical: none },
  styles: {
    default: {
      document: { run: { font: 'Calibri', size: 20, color: '1F2933' }, paragraph: { spacing: { line: 264, lineRule: 'auto' } } },
    },
    paragraphStyles: [
      { id: 'Shop', name: 'Shop', basedOn: 'Normal', run: { size: 32, bold: true, color: accent } },
      { id: 'Kind', name: 'Kind of document', basedOn: 'Normal', run: { size: 36, bold: true, color: accent } },
      {
        id: 'Subject',
        name: 'Subject',
        basedOn: 'Normal',
        run: { size: 25, bold: true },
        paragraph: { spacing: { after: 160 } },
      },
      {
        id: 'Part',
        name: 'Part',
        basedOn: 'Normal',
        run: { size: 23, bold: true, color: accent },
        paragraph: { keepNext: true, spacing: { before: 200, after: 60 } },
      },
      { id: 'Head', name: 'Head of a column', basedOn: 'Normal', run: { size: 18, bold: true, color: accent } },
      { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 17, color: faint } },
    ],
  },
} as const;
