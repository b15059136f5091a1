import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fonts, isFontFile, printable } from '#core/document/fonts.ts';
import { blockContent } from '#core/document/pdf-blocks.ts';
import { ink, wordsOnly } from '#core/document/pdf-style.ts';
import type { PdfSource } from '#core/document/pdf-style.ts';
import { buyerFacts, headFacts, layouts, sellerFacts, wordIn } from '#core/document/ready-layout.ts';
import type { Word } from '#core/document/ready-layout.ts';
import type { DocumentData } from '#shared/document/data.ts';
import { templateValues, valueOf } from '#shared/document/template-values.ts';

/** The PDF of a document: A4, tables under a repeated head, pages numbered. The same data give the same pages. */
export async function renderPdf(data: DocumentData): Promise<Uint8Array> {
  // Loaded when first needed: it takes a tenth of a second, which the start of the program needn't wait for.
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(isFontFile);
  return new Uint8Array(await pdfmake.createPdf(definitionOf(data)).getBuffer());
}

function definitionOf(data: DocumentData): TDocumentDefinitions {
  const values = templateValues(data);
  const source: PdfSource = {
    data,
    values,
    word: (word) => wordIn(data, word),
    text: (name, row) => printable(valueOf(values, name, row)),
  };
  const title = `${source.text('kind')} ${data.number}`.trim();
  return {
    pageSize: 'A4',
    pageMargins: [48, 44, 48, 56],
    info: {
      title,
      author: data.seller.name,
      creator: 'Cartera',
      producer: 'Cartera',
      creationDate: new Date(`${data.date}T00:00:00Z`),
    },
    language: `${data.language}-${data.country}`,
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.2, color: ink.text },
    content: [
      head(source),
      ...buyer(source),
      ...subject(source),
      ...layouts[data.kind].flatMap((block) => blockContent(block, source)),
    ],
    // A heading whose part begins on the next page goes there too.
    pageBreakBefore: (node, nodes) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    footer: (page, pages) => ({
      columns: [
        { text: printable([data.seller.name, title].filter((text) => text !== '').join(' · ')), width: '*' },
        { text: wordsOnly(source.word('page'), { page, pages }), alignment: 'right', width: 'auto' },
      ],
      columnGap: 12,
      margin: [48, 20, 48, 0],
      fontSize: 8,
      color: ink.faint,
    }),
  };
}

function head(source: PdfSource): Content {
  const { text, word, data } = source;
  const facts = headFacts(data.kind).filter(([, field]) => text(field) !== '');
  return {
    columns: [
      {
        width: '*',
        stack: [{ text: text('seller.name'), fontSize: 15, bold: true, color: ink.accent }, ...factLines(sellerFacts, source)],
      },
      {
        width: 200,
        alignment: 'right',
        stack: [
          { text: text('kind'), fontSize: 17, bold: true, color: ink.accent, lineHeight: 1.1 },
          {
            text: data.number === '' ? '' : `${word('number')} ${text('number')}`,
            fontSize: 11,
            bold: true,
            margin: [0, 2, 0, 4],
          },
          ...facts.map(([label, field]): Content => ({ text: [{ text: `${word(label)}: `, color: ink.faint }, text(field)] })),
        ],
      },
    ],
    columnGap: 24,
    margin: [0, 0, 0, 16],
  };
}

function buyer(source: PdfSource): readonly Content[] {
  const { text, word } = source;
  const lines = factLines(buyerFacts, source);
  if (text('buyer.name') === '' && lines.length === 0) return [];
  const label: Content = { text: word('buyer'), fontSize: 8, color: ink.faint };
  const stack: Content = [label, { text: text('buyer.name'), fontSize: 11.5, bold: true }, ...lines];
  return [
    {
      table: { widths: ['*'], body: [[{ stack, fillColor: ink.panel, margin: [10, 7, 10, 7] }]] },
      layout: 'noBorders',
      margin: [0, 0, 0, 14],
      unbreakable: true,
    },
  ];
}

function factLines(facts: readonly (readonly [Word | null, string])[], { text, word }: PdfSource): Content[] {
  return facts
    .filter(([, field]) => text(field) !== '')
    .map(([label, field]) => ({ text: label === null ? text(field) : `${word(label)}: ${text(field)}` }));
}

function subject({ text, data, word }: PdfSource): readonly Content[] {
  if (data.title === '') return [];
  const title: Content = { text: text('title'), fontSize: 12, bold: true, margin: [0, 0, 0, 10] };
  return data.kind === 'jobSheet' ? [{ text: word('job'), fontSize: 8, color: ink.faint }, title] : [title];
}
