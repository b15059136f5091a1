import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { ink, light, pageWidth, ruled, wordsOnly } from '#core/document/pdf-style.ts';
import type { PdfSource } from '#core/document/pdf-style.ts';
import { finalTotals } from '#core/document/ready-layout.ts';
import type { Block, Column, Word } from '#core/document/ready-layout.ts';
import type { TemplateRow } from '#shared/document/template-values.ts';

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

/** One part of a document; nothing at all where there is nothing to say. */
export function blockContent(block: Block, source: PdfSource): readonly Content[] {
  switch (block.type) {
    case 'table':
      return table(block, source);
    case 'facts':
      return facts(block, source);
    case 'text':
      return paragraph(source.word(block.title), source.text(block.field));
    case 'opening':
      return [{ text: opening(source), margin: [0, 0, 0, 12] }];
    case 'custom':
      return custom(source);
    case 'totals':
      return [totals(source)];
    case 'lined':
      return lined(source);
    case 'signatures':
      return [twoSignatures(source)];
    case 'acceptance':
      return [{ columns: [signature('workAccepted', source)], margin: [0, 18, 0, 0], unbreakable: true }];
  }
}

function table({ list, title, columns }: BlockOf<'table'>, source: PdfSource): readonly Content[] {
  const rows = source.values[list];
  if (rows.length === 0) return [];
  const heads = columns.map(({ head, align }) => ({
    text: source.word(head),
    alignment: align,
    bold: true,
    fontSize: 8.5,
    color: ink.accent,
  }));
  const body: TableCell[][] = [heads, ...rows.map((row) => columns.map((column) => cell(column, row, source)))];
  const whole = rows.every(isShort) ? { keepWithHeaderRows: 1, dontBreakRows: true } : {};
  const content: Content = {
    table: { headerRows: 1, ...whole, widths: widthsOf(columns), body },
    layout: ruled,
    margin: [0, 0, 0, 10],
  };
  return title === null ? [content] : [heading(source.word(title)), content];
}

/** A row kept whole that is longer than a page would run over its end and be lost. */
function isShort(row: TemplateRow): boolean {
  return Object.values(row).every((text) => text.length < 1_000 && text.split('\n').length < 25);
}

function widthsOf(columns: readonly Column[]): number[] {
  const free = pageWidth - columns.length * 8;
  return columns.map(({ share }) => (free * share) / 100);
}

function cell({ field, align, below, after }: Column, row: TemplateRow, { text }: PdfSource): TableCell {
  const unit = after === undefined ? '' : text(after, row);
  const main: Content = { text: unit === '' ? text(field, row) : `${text(field, row)} ${unit}`, alignment: align };
  const small = below === undefined ? '' : text(below, row);
  return small === '' ? main : { stack: [main, { text: small, fontSize: 8.5, color: ink.faint }] };
}

function heading(text: string): Content {
  return { text, bold: true, fontSize: 11, color: ink.accent, margin: [0, 8, 0, 4], headlineLevel: 1 };
}

function paragraph(title: string, text: string): readonly Content[] {
  return text === '' ? [] : [heading(title), { text, margin: [0, 0, 0, 6] }];
}

function facts({ facts: all }: BlockOf<'facts'>, { text, word }: PdfSource): readonly Content[] {
  const known = all.filter(([, field]) => text(field) !== '');
  if (known.length === 0) return [];
  const body = known.map(([label, field]): TableCell[] => [
    { text: word(label), color: ink.faint },
    { text: text(field), bold: true, fontSize: 11 },
  ]);
  return [{ table: { widths: [120, '*'], body }, layout: light, margin: [0, 4, 0, 12], unbreakable: true }];
}

function opening({ text, word }: PdfSource): string {
  const seller = text('seller.legalName') || text('seller.name');
  return wordsOnly(word('contractOpening'), { seller, buyer: text('buyer.company') || text('buyer.name') });
}

function custom({ values, text }: PdfSource): readonly Content[] {
  if (values.custom.length === 0) return [];
  const lines = values.custom.map((row): Content => ({
    text: [{ text: `${text('label', row)}: `, color: ink.faint }, text('value', row)],
  }));
  return [{ stack: lines, margin: [0, 4, 0, 8] }];
}

function totals({ values, text, word }: PdfSource): Content {
  const row = (label: string, amount: string, isBold = false): TableCell[] => [
    { text: label, bold: isBold, color: isBold ? ink.accent : ink.faint, fontSize: isBold ? 11 : 9.5 },
    { text: amount, bold: isBold, alignment: 'right', fontSize: isBold ? 11 : 9.5 },
  ];
  const body = [
    ...(text('totals.discount') === '' ? [] : [row(word('discount'), text('totals.discount'))]),
    row(word('net'), text('totals.net')),
    ...values.taxes.map((tax) => row(`${word('vat')} ${text('rate', tax)}`, text('tax', tax))),
    ...finalTotals
      .filter(({ shownIf }) => shownIf === null || text(shownIf) !== '')
      .map((total) => row(word(total.word), text(total.field), total.word !== 'paid')),
  ];
  return {
    columns: [
      { text: '', width: '*' },
      { width: 240, table: { widths: ['*', 'auto'], body }, layout: light },
    ],
    margin: [0, 0, 0, 10],
    unbreakable: true,
  };
}

function lined({ word }: PdfSource): readonly Content[] {
  const lines = Array.from({ length: 5 }, (): Content => ({ canvas: [line(pageWidth)], margin: [0, 20, 0, 0] }));
  return [{ stack: [heading(word('writtenOnSite')), ...lines], unbreakable: true }];
}

function line(width: number) {
  return { type: 'line' as const, x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: ink.line };
}

function twoSignatures(source: PdfSource): Content {
  return {
    columns: [signature('seller', source), signature('buyer', source)],
    columnGap: 40,
    margin: [0, 30, 0, 0],
    unbreakable: true,
  };
}

function signature(who: Word, { word }: PdfSource) {
  const stack: Content[] = [
    { text: word(who), bold: true, margin: [0, 0, 0, 28] },
    { canvas: [line(220)] },
    { text: word('signature'), fontSize: 8, color: ink.faint, margin: [0, 3, 0, 0] },
  ];
  return { stack, unbreakable: true };
}
