import type { CustomTableLayout } from 'pdfmake/interfaces.js';
import type { Word } from '#core/document/ready-layout.ts';
import type { DocumentData } from '#shared/document/data.ts';
import type { TemplateRow, TemplateValues } from '#shared/document/template-values.ts';

/** What the parts of a PDF are made from. */
export interface PdfSource {
  readonly data: DocumentData;
  readonly values: TemplateValues;
  readonly word: (word: Word) => string;
  /** A field's text as the font can print it. */
  readonly text: (name: string, row?: TemplateRow) => string;
}

/** Colours of paper documents: legible in grey too. */
export const ink = { text: '#1f2933', faint: '#5f6b7a', accent: '#1d4e89', line: '#ccd4dd', panel: '#f1f4f8' } as const;

/** Width of the page between its margins, in points. */
export const pageWidth = 499;

export const ruled: CustomTableLayout = {
  hLineWidth: (line, node) => (line === 0 || line === 1 || line === node.table.body.length ? 0.8 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (line) => (line <= 1 ? ink.accent : ink.line),
  paddingTop: () => 4,
  paddingBottom: () => 4,
  paddingLeft: () => 4,
  paddingRight: () => 4,
};

/** Hairlines between rows, none around them. */
export const light: CustomTableLayout = {
  hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => ink.line,
  paddingTop: () => 3,
  paddingBottom: () => 3,
  paddingLeft: () => 0,
  paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : 8),
};

/** A sentence with its places filled in. */
export function wordsOnly(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
