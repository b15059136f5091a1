import type { FileChild } from 'docx';
import { templateBlock } from '#core/document/template-blocks.ts';
import { paper } from '#core/document/template-style.ts';
import type { Docx } from '#core/document/template-style.ts';
import { buyerFacts, headFacts, layouts, sellerFacts, wordIn } from '#core/document/ready-layout.ts';
import type { Place, Word } from '#core/document/ready-layout.ts';
import type { DocumentKind } from '#shared/document/data.ts';
import { messageText } from '#shared/messages/message-text.ts';

export interface ReadyTemplate extends Place {
  readonly kind: DocumentKind;
}

/** A template that needs no change to be used and that Word opens for whoever wants one: the bytes of a .docx. */
export async function readyTemplate({ kind, language, country }: ReadyTemplate): Promise<Uint8Array> {
  // Loaded when first needed, as the start of the program needn't wait for it.
  const docx = await import('docx');
  const word = (name: Word): string => wordIn({ language, country }, name);
  const source = { docx, word };
  const name = messageText(`document.kind.${kind}`, language);
  const document = new docx.Document({
    creator: 'Cartera',
    title: name,
    styles: paper.styles,
    sections: [
      {
        properties: { page: paper.page },
        footers: { default: footer(source) },
        children: [
          head(source, kind),
          spacer(docx),
          buyer(source),
          ...subject(docx),
          ...layouts[kind].flatMap((block) => templateBlock(block, source)),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}

interface Source {
  readonly docx: Docx;
  readonly word: (word: Word) => string;
}

function head({ docx, word }: Source, kind: DocumentKind): FileChild {
  const seller = [
    new docx.Paragraph({ style: 'Shop', children: [new docx.TextRun('{seller.name}')] }),
    new docx.Paragraph({ children: factLines(sellerFacts, { docx, word }) }),
  ];
  const title = [
    new docx.Paragraph({ style: 'Kind', alignment: 'right', children: [new docx.TextRun('{kind}')] }),
    new docx.Paragraph({
      alignment: 'right',
      children: [new docx.TextRun({ text: `${word('number')} {number}`, bold: true, size: 22 })],
    }),
    new docx.Paragraph({ alignment: 'right', children: factLines(headFacts(kind), { docx, word }) }),
  ];
  return new docx.Table({
    width: { size: paper.width, type: 'dxa' },
    columnWidths: [6000, paper.width - 6000],
    borders: paper.noBorders,
    rows: [
      new docx.TableRow({
        children: [
          new docx.TableCell({ width: { size: 6000, type: 'dxa' }, children: seller }),
          new docx.TableCell({ width: { size: paper.width - 6000, type: 'dxa' }, children: title }),
        ],
      }),
    ],
  });
}

function buyer({ docx, word }: Source): FileChild {
  const children = [
    new docx.Paragraph({ style: 'Small', children: [new docx.TextRun(word('buyer'))] }),
    new docx.Paragraph({ children: [new docx.TextRun({ text: '{buyer.name}', bold: true, size: 23 })] }),
    new docx.Paragraph({ children: factLines(buyerFacts, { docx, word }) }),
  ];
  return new docx.Table({
    width: { size: paper.width, type: 'dxa' },
    columnWidths: [paper.width],
    borders: paper.noBorders,
    rows: [
      new docx.TableRow({
        cantSplit: true,
        children: [
          new docx.TableCell({
            width: { size: paper.width, type: 'dxa' },
            shading: { type: 'clear', fill: paper.panel },
            margins: { top: 120, bottom: 120, left: 180, right: 180 },
            children,
          }),
        ],
      }),
    ],
  });
}

/** Lines of one paragraph; each, its line break included, shows only when its field is filled in. */
function factLines(facts: readonly (readonly [Word | null, string])[], { docx, word }: Source) {
  return facts.flatMap(([label, field]) => [
    new docx.TextRun(`{#${field}}${label === null ? '' : `${word(label)}: `}{${field}}`),
    new docx.TextRun({ break: 1 }),
    new docx.TextRun(`{/${field}}`),
  ]);
}

function subject(docx: Docx): readonly FileChild[] {
  return [spacer(docx), new docx.Paragraph({ style: 'Subject', children: [new docx.TextRun('{title}')] })];
}

function spacer(docx: Docx): FileChild {
  return new docx.Paragraph({ style: 'Small', children: [] });
}

function footer({ docx, word }: Source) {
  const pieces = word('page').split(/(\{\w+\})/);
  const numbers: Readonly<Record<string, string>> = { '{page}': docx.PageNumber.CURRENT, '{pages}': docx.PageNumber.TOTAL_PAGES };
  const runs = pieces.map((piece) => {
    const number = numbers[piece];
    return new docx.TextRun(number === undefined ? { text: piece } : { children: [number] });
  });
  const tabs = [{ type: 'right', position: paper.width } as const];
  const left = new docx.TextRun('{seller.name} · {kind} {number}');
  const gap = new docx.TextRun({ children: [new docx.Tab()] });
  return new docx.Footer({ children: [new docx.Paragraph({ style: 'Small', tabStops: tabs, children: [left, gap, ...runs] })] });
}
