import type { DocumentData, DocumentLine } from '#shared/document/data.ts';
import { createDocumentFormat } from '#shared/document/document-format.ts';
import type { DocumentFormat } from '#shared/document/document-format.ts';
import type { TemplateList } from '#shared/document/template-fields.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

export type TemplateRow = Readonly<Record<string, string>>;

/** Texts ready to print, by group and name; a group that is wholly absent is an empty object. */
export interface TemplateValues extends Readonly<Record<TemplateList, readonly TemplateRow[]>> {
  /** Names without a group: "number", "notes". */
  readonly document: TemplateRow;
  readonly seller: TemplateRow;
  readonly buyer: TemplateRow;
  readonly visit: TemplateRow;
  readonly totals: TemplateRow;
}

/** The texts of a document's fields, written as its language and country write them. */
export function templateValues(data: DocumentData): TemplateValues {
  const format = createDocumentFormat(data);
  return {
    document: documentTexts(data, format),
    seller: data.seller,
    buyer: data.buyer,
    visit: visitTexts(data.visit, format),
    totals: totalTexts(data.totals, format),
    lines: data.lines.map((line) => lineTexts(line, format, data.language)),
    taxes: data.totals.taxes.map(({ rate, base, tax }) => ({
      rate: format.rate(rate),
      base: format.money(base),
      tax: format.money(tax),
    })),
    custom: data.custom,
    ...reportTexts(data.report, format),
  };
}

function documentTexts(data: DocumentData, format: DocumentFormat): TemplateRow {
  return {
    kind: messageText(`document.kind.${data.kind}`, data.language),
    number: data.number,
    // A first version says nothing: there may never be a second.
    version: data.version === 1 ? '' : String(data.version),
    date: format.date(data.date),
    validUntil: format.date(data.validUntil),
    title: data.title,
    currency: data.currency,
    notes: data.notes,
    terms: data.terms,
  };
}

function visitTexts(visit: DocumentData['visit'], { moment }: DocumentFormat): TemplateRow {
  if (visit === null) return {};
  return { at: moment(visit.at), leaveAt: moment(visit.leaveAt), address: visit.address, assignee: visit.assignee };
}

function totalTexts(totals: DocumentData['totals'], { money }: DocumentFormat): TemplateRow {
  const unlessZero = (minor: number): string => (minor === 0 ? '' : money(minor));
  return {
    net: money(totals.net),
    tax: money(totals.taxes.reduce((sum, { tax }) => sum + tax, 0)),
    discount: unlessZero(totals.discount),
    gross: money(totals.gross),
    paid: unlessZero(totals.paid),
    balance: money(totals.balance),
  };
}

function lineTexts(line: DocumentLine, format: DocumentFormat, language: Language): TemplateRow {
  const length = (value: number | null): string => (value === null ? '' : format.length(value));
  const [width, height] = [length(line.width), length(line.height)];
  const pieces = line.pieces === null ? '' : format.number(line.pieces);
  const size = [width, height].filter((side) => side !== '').join(' × ');
  const discount = line.discountPercent === 0 ? '' : format.percent(line.discountPercent);
  return {
    position: String(line.position),
    name: line.name,
    description: line.description,
    details: detailsOf({ line, size, pieces, discount }, language),
    place: line.place,
    width,
    height,
    size,
    pieces,
    quantity: format.number(line.quantity),
    unit: line.unit,
    unitPrice: format.money(line.unitPrice),
    discount,
    taxRate: format.rate(line.taxRate),
    net: format.money(line.net),
    tax: format.money(line.tax),
    total: format.money(line.gross),
  };
}

interface Details {
  readonly line: DocumentLine;
  readonly size: string;
  readonly pieces: string;
  readonly discount: string;
}

function detailsOf({ line, size, pieces, discount }: Details, language: Language): string {
  const sized = size === '' ? '' : `${size} ${messageText('document.word.millimetres', language)}`;
  const counted = pieces === '' ? '' : `${pieces} ${messageText('document.word.piecesShort', language)}`;
  const given = discount === '' ? '' : `${messageText('document.word.discount', language)} ${discount}`;
  return [line.description, joinFilled([line.place, sized, counted]), given].filter((text) => text !== '').join('\n');
}

function joinFilled(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' · ');
}

function reportTexts(
  report: DocumentData['report'],
  { moment, duration, date, money }: DocumentFormat,
): Pick<TemplateValues, 'stages' | 'tasks' | 'payments'> {
  const { stages, tasks, payments } = report ?? { stages: [], tasks: [], payments: [] };
  return {
    stages: stages.map(({ name, enteredAt, leftAt }) => ({
      name,
      enteredAt: moment(enteredAt),
      leftAt: moment(leftAt),
      spent: leftAt === null ? '' : duration(leftAt - enteredAt),
    })),
    tasks: tasks.map(({ title, assignee, result, ...at }) => ({
      title,
      assignee,
      result,
      dueAt: moment(at.dueAt),
      doneAt: moment(at.doneAt),
      escalatedAt: moment(at.escalatedAt),
    })),
    payments: payments.map(({ date: paidOn, amount, method }) => ({ date: date(paidOn), amount: money(amount), method })),
  };
}

/** The text of a field such as "buyer.name" or, with the row of a list, "unitPrice"; '' where there is none. */
export function valueOf(values: TemplateValues, name: string, row?: TemplateRow): string {
  if (row !== undefined && Object.hasOwn(row, name)) return row[name] ?? '';
  const [group, field] = name.includes('.') ? name.split('.', 2) : ['document', name];
  const texts = group !== undefined && Object.hasOwn(values, group) ? values[group as 'document'] : {};
  return field !== undefined && Object.hasOwn(texts, field) ? (texts[field] ?? '') : '';
}
