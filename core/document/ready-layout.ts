import type { DocumentKind } from '#shared/document/data.ts';
import type { documentMessages } from '#shared/document/messages.ts';
import type { TemplateList } from '#shared/document/template-fields.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

type WordIn<Key> = Key extends `document.word.${infer Name}` ? Name : never;
/** A word printed on documents. */
export type Word = WordIn<keyof typeof documentMessages>;

export interface Column {
  readonly head: Word;
  readonly field: string;
  /** Part of the table's width, of all columns together 100. */
  readonly share: number;
  readonly align: 'left' | 'right';
  /** A field printed small below. */
  readonly below?: string;
  /** A field printed after it: the unit after the quantity. */
  readonly after?: string;
}

export type Block =
  | { readonly type: 'table'; readonly list: TemplateList; readonly title: Word | null; readonly columns: readonly Column[] }
  | { readonly type: 'facts'; readonly shownIf: string; readonly facts: readonly (readonly [Word, string])[] }
  | { readonly type: 'text'; readonly title: Word; readonly field: string }
  | { readonly type: 'opening' | 'custom' | 'totals' | 'lined' | 'signatures' | 'acceptance' };

const left = 'left';
const right = 'right';

const pricedLines: Block = {
  type: 'table',
  list: 'lines',
  title: null,
  columns: [
    { head: 'number', field: 'position', share: 6, align: left },
    { head: 'item', field: 'name', share: 42, align: left, below: 'details' },
    { head: 'quantity', field: 'quantity', share: 12, align: right, after: 'unit' },
    { head: 'unitPrice', field: 'unitPrice', share: 15, align: right },
    { head: 'vat', field: 'taxRate', share: 9, align: right },
    { head: 'lineTotal', field: 'total', share: 16, align: right },
  ],
};

const measuredLines: Block = {
  type: 'table',
  list: 'lines',
  title: null,
  columns: [
    { head: 'number', field: 'position', share: 6, align: left },
    { head: 'item', field: 'name', share: 37, align: left, below: 'description' },
    { head: 'place', field: 'place', share: 18, align: left },
    { head: 'width', field: 'width', share: 13, align: right },
    { head: 'height', field: 'height', share: 13, align: right },
    { head: 'pieces', field: 'pieces', share: 13, align: right },
  ],
};

const stages: Block = {
  type: 'table',
  list: 'stages',
  title: 'stages',
  columns: [
    { head: 'stage', field: 'name', share: 34, align: left },
    { head: 'entered', field: 'enteredAt', share: 24, align: left },
    { head: 'left', field: 'leftAt', share: 24, align: left },
    { head: 'spent', field: 'spent', share: 18, align: right },
  ],
};

const tasks: Block = {
  type: 'table',
  list: 'tasks',
  title: 'tasks',
  columns: [
    { head: 'task', field: 'title', share: 38, align: left, below: 'result' },
    { head: 'taskAssignee', field: 'assignee', share: 17, align: left },
    { head: 'due', field: 'dueAt', share: 15, align: left },
    { head: 'done', field: 'doneAt', share: 15, align: left },
    { head: 'escalated', field: 'escalatedAt', share: 15, align: left },
  ],
};

const payments: Block = {
  type: 'table',
  list: 'payments',
  title: 'payments',
  columns: [
    { head: 'date', field: 'date', share: 34, align: left },
    { head: 'method', field: 'method', share: 40, align: left },
    { head: 'lineTotal', field: 'amount', share: 26, align: right },
  ],
};

const visit: Block = {
  type: 'facts',
  shownIf: 'visit',
  facts: [
    ['leaveAt', 'visit.leaveAt'],
    ['visitAt', 'visit.at'],
    ['address', 'visit.address'],
    ['assignee', 'visit.assignee'],
  ],
};

/** Rows of the totals between the taxes and the end; those that need not be there show only when filled in. */
export const finalTotals: readonly { readonly word: Word; readonly field: string; readonly shownIf: string | null }[] = [
  { word: 'gross', field: 'totals.gross', shownIf: null },
  { word: 'paid', field: 'totals.paid', shownIf: 'totals.paid' },
  { word: 'balance', field: 'totals.balance', shownIf: 'totals.paid' },
];

/** What stands beside the name of the document. */
export function headFacts(kind: DocumentKind): readonly (readonly [Word, string])[] {
  if (kind !== 'quote') return [['date', 'date']];
  return [
    ['date', 'date'],
    ['validUntil', 'validUntil'],
    ['version', 'version'],
  ];
}

/** Lines of the block that says who sells or buys; a word stands before what wouldn't explain itself. */
export const sellerFacts: readonly (readonly [Word | null, string])[] = [
  [null, 'seller.legalName'],
  [null, 'seller.address'],
  [null, 'seller.phone'],
  [null, 'seller.email'],
  ['taxId', 'seller.taxId'],
];
export const buyerFacts: readonly (readonly [Word | null, string])[] = [
  [null, 'buyer.company'],
  ['contact', 'buyer.contact'],
  [null, 'buyer.address'],
  [null, 'buyer.phone'],
  [null, 'buyer.email'],
  ['taxId', 'buyer.taxId'],
];

const totals: Block = { type: 'totals' };
const custom: Block = { type: 'custom' };
const signatures: Block = { type: 'signatures' };
const notes: Block = { type: 'text', title: 'notes', field: 'notes' };
const terms: Block = { type: 'text', title: 'terms', field: 'terms' };
const bank: Block = { type: 'text', title: 'bank', field: 'seller.bank' };

/** What each kind of document is made of below its head, on paper and as a ready template alike. */
export const layouts: Readonly<Record<DocumentKind, readonly Block[]>> = {
  quote: [pricedLines, totals, custom, notes, terms, signatures],
  order: [pricedLines, totals, visit, custom, notes, terms, signatures],
  invoice: [pricedLines, totals, custom, bank, notes, terms],
  contract: [{ type: 'opening' }, pricedLines, totals, visit, custom, terms, bank, notes, signatures],
  jobSheet: [visit, measuredLines, custom, notes, { type: 'lined' }, { type: 'acceptance' }],
  dealReport: [stages, tasks, pricedLines, totals, payments, custom, notes],
};

/** Where there is no value added tax, the tax on sales has a plain name. */
const countriesWithoutVat = new Set(['US', 'CA', 'BR']);

/** A printed word in the document's language, with the name of its country's tax. */
export function wordIn({ language, country }: Place, word: Word): string {
  const named = word === 'vat' && countriesWithoutVat.has(country) ? 'salesTax' : word;
  return messageText(`document.word.${named}`, language);
}

export interface Place {
  readonly language: Language;
  /** ISO 3166. */
  readonly country: string;
}
