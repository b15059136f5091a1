import type { FileChild, ITableCellOptions } from 'docx';
import { finalTotals } from '#core/document/ready-layout.ts';
import type { Block, Column, Word } from '#core/document/ready-layout.ts';
import { paper } from '#core/document/template-style.ts';
import type { TemplateSource } from '#core/document/template-style.ts';

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

/** One part of a ready template, with its fields in braces. */
export function templateBlock(block: Block, source: TemplateSource): readonly FileChild[] {
  const { word } = source;
  switch (block.type) {
    case 'table':
      return table(block, source);
    case 'facts':
      return facts(block, source);
    case 'text':
      return [text(source, `{#${block.field}}${word(block.title)}`, 'Part'), text(source, `{${block.field}}{/${block.field}}`)];
    case 'opening':
      return [text(source, word('contractOpening').replace('{seller}', '{seller.legalName}').replace('{buyer}', '{buyer.name}'))];
    case 'custom':
      return [custom(source)];
    case 'totals':
      return [text(source, '', 'Small'), totals(source), text(source, '', 'Small')];
    case 'lined':
      return [text(source, word('writtenOnSite'), 'Part'), lines(source)];
    case 'signatures':
      return [text(source, '', 'Part'), signatures(['seller', 'buyer'], source)];
    case 'acceptance':
      return [text(source, '', 'Part'), signatures(['workAccepted'], source)];
  }
}

function text({ docx }: TemplateSource, content: string, style = 'Normal'): FileChild {
  return new docx.Paragraph({ style, children: content === '' ? [] : [new docx.TextRun(content)] });
}

function table({ list, title, columns }: BlockOf<'table'>, source: TemplateSource): readonly FileChild[] {
  const { docx, word } = source;
  const widths = columns.map(({ share }) => Math.round((paper.width * share) / 100));
  const heads = columns.map(({ head, align }, index) =>
    cell(source, widths[index], [
      new docx.Paragraph({ style: 'Head', alignment: align, children: [new docx.TextRun(word(head))] }),
    ]),
  );
  const fields = columns.map((column, index) => {
    const before = index === 0 ? `{#${list}}` : '';
    const after = index === columns.length - 1 ? `{/${list}}` : '';
    return cell(source, widths[index], [fieldParagraph(source, column, { before, after })]);
  });
  const rows = [
    new docx.TableRow({ tableHeader: true, children: heads }),
    new docx.TableRow({ cantSplit: true, children: fields }),
  ];
  const content = new docx.Table({ width: { size: paper.width, type: 'dxa' }, columnWidths: widths, borders: paper.rows, rows });
  return title === null ? [content] : [text(source, word(title), 'Part'), content];
}

function cell({ docx }: TemplateSource, width = 0, children: ITableCellOptions['children'] = []) {
  const margins = { top: 70, bottom: 70, left: 80, right: 80 };
  return new docx.TableCell({ width: { size: width, type: 'dxa' }, margins, children });
}

interface Around {
  readonly before: string;
  readonly after: string;
}

function fieldParagraph({ docx }: TemplateSource, { field, align, below, after: unit }: Column, { before, after }: Around) {
  const main = `${before}{${field}}${unit === undefined ? '' : ` {${unit}}`}`;
  const small = { color: paper.faint, size: 17 };
  const runs =
    below === undefined
      ? []
      : [
          new docx.TextRun({ text: `{#${below}}`, ...small }),
          new docx.TextRun({ break: 1, ...small }),
          new docx.TextRun({ text: `{${below}}{/${below}}`, ...small }),
        ];
  const end = after === '' ? [] : [new docx.TextRun(after)];
  return new docx.Paragraph({ alignment: align, children: [new docx.TextRun(main), ...runs, ...end] });
}

/** Between its tags the whole table goes: one left without rows is no table to Word. */
function facts({ shownIf, facts: all }: BlockOf<'facts'>, source: TemplateSource): readonly FileChild[] {
  const { docx, word } = source;
  const widths = [2_600, paper.width - 2_600];
  const rows = all.map(([label, field]) => {
    const value = new docx.Paragraph({ children: [new docx.TextRun({ text: `{${field}}`, bold: true, size: 22 })] });
    const name = new docx.Paragraph({ children: [new docx.TextRun({ text: word(label), color: paper.faint })] });
    return new docx.TableRow({ cantSplit: true, children: [cell(source, widths[0], [name]), cell(source, widths[1], [value])] });
  });
  const content = new docx.Table({ width: { size: paper.width, type: 'dxa' }, columnWidths: widths, borders: paper.quiet, rows });
  return [text(source, `{#${shownIf}}`, 'Small'), content, text(source, `{/${shownIf}}`, 'Small')];
}

function custom({ docx }: TemplateSource): FileChild {
  const runs = ['{#custom}{label}: {value}', '{/custom}'].map((content) => new docx.TextRun(content));
  return new docx.Paragraph({
    children: runs.flatMap((run, index) => (index === 0 ? [run, new docx.TextRun({ break: 1 })] : [run])),
  });
}

function totals(source: TemplateSource): FileChild {
  const { docx, word } = source;
  const widths = [2_800, 2_200];
  const row = (label: string, amount: string, isBold = false) => {
    const run = (content: string) =>
      new docx.TextRun({ text: content, bold: isBold, ...(isBold ? { size: 23, color: paper.accent } : {}) });
    const name = new docx.Paragraph({ children: [run(label)] });
    const value = new docx.Paragraph({ alignment: 'right', children: [run(amount)] });
    return new docx.TableRow({ cantSplit: true, children: [cell(source, widths[0], [name]), cell(source, widths[1], [value])] });
  };
  const shown = (field: string, label: string) => row(`{#${field}}${label}`, `{${field}}{/${field}}`);
  const rows = [
    shown('totals.discount', word('discount')),
    row(word('net'), '{totals.net}'),
    row(`{#taxes}${word('vat')} {rate}`, '{tax}{/taxes}'),
    ...finalTotals.map(({ word: name, field, shownIf }) => {
      const isBold = name !== 'paid';
      if (shownIf === null) return row(word(name), `{${field}}`, isBold);
      return row(`{#${shownIf}}${word(name)}`, `{${field}}{/${shownIf}}`, isBold);
    }),
  ];
  const borders = paper.quiet;
  return new docx.Table({ width: { size: 5_000, type: 'dxa' }, columnWidths: widths, alignment: 'right', borders, rows });
}

function lines({ docx }: TemplateSource): FileChild {
  const rows = Array.from({ length: 6 }, () => {
    const children = [
      new docx.TableCell({ width: { size: paper.width, type: 'dxa' }, children: [new docx.Paragraph({ children: [] })] }),
    ];
    return new docx.TableRow({ height: { value: 440, rule: 'exact' }, children });
  });
  const borders = { ...paper.quiet, bottom: paper.thin };
  return new docx.Table({ width: { size: paper.width, type: 'dxa' }, columnWidths: [paper.width], borders, rows });
}

function signatures(who: readonly Word[], source: TemplateSource): FileChild {
  const { docx, word } = source;
  const width = Math.floor(paper.width / 2);
  const cells = who.map((name) =>
    cell(source, width, [
      new docx.Paragraph({ spacing: { after: 700 }, children: [new docx.TextRun({ text: word(name), bold: true })] }),
      new docx.Paragraph({
        style: 'Small',
        border: { top: paper.thin },
        indent: { right: 600 },
        children: [new docx.TextRun(word('signature'))],
      }),
    ]),
  );
  const rows = [new docx.TableRow({ cantSplit: true, children: cells })];
  const size = { size: width * who.length, type: 'dxa' } as const;
  return new docx.Table({ width: size, columnWidths: who.map(() => width), borders: paper.noBorders, rows });
}
