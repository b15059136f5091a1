import { findDeal } from '#core/deal/deal.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { collectData } from '#core/document/collect-data.ts';
import { documentRecord } from '#core/document/document.ts';
import type { DocumentRow } from '#core/document/document.ts';
import { findTemplate, usualTemplate } from '#core/document/document-template.ts';
import type { TemplateRow } from '#core/document/document-template.ts';
import { takeNumber } from '#core/document/number-series.ts';
import { lastVersion } from '#core/document/queries.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord, readRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { DocumentStatus } from '#shared/document/contract.ts';
import type { DocumentKind } from '#shared/document/data.ts';
import type { Language } from '#shared/settings/contract.ts';
import { addDays, dateAt, timeZoneOf } from '#shared/time/zone.ts';

export interface NewDocument {
  /** From deterministicId, for what follows from an event: one that is there already is answered as it is. */
  readonly id?: string;
  readonly kind: DocumentKind;
  readonly dealId: string;
  /** The template; null is the ready one, and where nothing is said it is the usual one. */
  readonly templateId?: string | null | undefined;
  readonly language?: Language | undefined;
  readonly basedOn?: string | undefined;
  /** The next version of `basedOn`, under its number. */
  readonly asVersion?: boolean | undefined;
  /** ISO dates. */
  readonly date?: string | undefined;
  readonly validUntil?: string | null | undefined;
  readonly notes?: string | undefined;
}

interface Refusal {
  readonly type: 'refused';
  readonly field: string;
  readonly code: string;
}
export type DocumentOutcome =
  | { readonly type: 'created'; readonly document: DocumentRow }
  | { readonly type: 'dealNotFound' }
  | Refusal;

/** Those that make no sense without a price. */
const priced: ReadonlySet<DocumentKind> = new Set(['quote', 'order', 'invoice']);

/**
 * Makes a document of a deal as it is now, with the next number of its series. One based on another kind has that one's
 * lines, whatever became of the deal since; a version has the deal's, and the version before it is valid no more.
 */
export function createDocument(act: Act, input: NewDocument): DocumentOutcome {
  const there = input.id === undefined ? undefined : readRecord(act.tx, documentRecord, input.id)?.row;
  if (there) return { type: 'created', document: there };
  const deal = findDeal(act.tx, input.dealId);
  if (!deal || deal.deletedAt !== null) return { type: 'dealNotFound' };
  const base = input.basedOn === undefined ? undefined : readRecord(act.tx, documentRecord, input.basedOn)?.row;
  const language = input.language ?? base?.language ?? readSettings(act.tx).language;
  const template = templateFor(act, { ...input, language });
  const refusal = baseFault(input, base) ?? (template === 'refused' ? { field: 'templateId', code: 'unknown' } : undefined);
  if (refusal) return { type: 'refused', ...refusal };
  const previous = input.asVersion ? base : undefined;
  const drafted = draft(act, deal, { input, base, language });
  if (priced.has(input.kind) && drafted.data.lines.length === 0) return { type: 'refused', field: 'lines', code: 'noLines' };
  const number = previous?.number ?? takeNumber(act, { kind: input.kind, branchId: deal.branchId }, drafted.date);
  if (previous) retire(act, previous);
  const document = createRecord(act, documentRecord, {
    ...drafted,
    number,
    data: { ...drafted.data, number },
    ...templateOf(template as TemplateRow | undefined),
  });
  return { type: 'created', document };
}

interface DraftSource {
  readonly input: NewDocument;
  readonly base: DocumentRow | undefined;
  readonly language: Language;
}

function draft(act: Act, deal: DealRow, { input, base, language }: DraftSource) {
  const { kind, asVersion = false } = input;
  const settings = readSettings(act.tx);
  const date = input.date ?? dateAt(act.at, timeZoneOf(settings.timeZone));
  const usualEnd = kind === 'quote' ? addDays(date, settings.quoteValidDays) : null;
  const validUntil = input.validUntil === undefined ? usualEnd : input.validUntil;
  const version = asVersion && base ? lastVersion(act.tx, base) + 1 : 1;
  const notes = input.notes ?? (asVersion ? base?.data.notes : undefined);
  const agreed = asVersion ? undefined : base?.data;
  const data = collectData(act.tx, deal, { kind, language, version, date, validUntil, notes, agreed, at: act.at });
  return {
    id: input.id ?? newId(),
    kind,
    version,
    dealId: deal.id,
    partyId: deal.partyId,
    basedOn: base?.id ?? null,
    title: deal.title,
    status: 'draft' as const,
    date,
    validUntil,
    currency: data.currency,
    net: data.totals.net,
    gross: data.totals.gross,
    language,
    data,
    authorId: act.actor.userId,
    decidedAt: null,
    note: '',
    createdAt: act.at,
  };
}

/** What is wrong with the document that another is to be made from. */
function baseFault(input: NewDocument, base: DocumentRow | undefined): Omit<Refusal, 'type'> | undefined {
  const fault = (code: string) => ({ field: 'basedOn', code });
  if (!base) return input.basedOn !== undefined || input.asVersion ? fault('unknown') : undefined;
  if (base.dealId !== input.dealId) return fault('otherDeal');
  return input.asVersion && base.kind !== input.kind ? fault('otherKind') : undefined;
}

interface TemplateWanted {
  readonly kind: DocumentKind;
  readonly language: Language;
  readonly templateId?: string | null | undefined;
}

function templateFor(act: Act, { kind, language, templateId }: TemplateWanted): TemplateRow | undefined | 'refused' {
  if (templateId === null) return undefined;
  if (templateId === undefined) return usualTemplate(act.tx, kind, language);
  const found = findTemplate(act.tx, templateId);
  return found?.kind === kind ? found : 'refused';
}

function templateOf(template: TemplateRow | undefined): Pick<DocumentRow, 'templateId' | 'templateHash'> {
  return { templateId: template?.id ?? null, templateHash: template?.hash ?? null };
}

function retire(act: Act, { id, status }: DocumentRow) {
  if (status === 'draft' || status === 'sent') changeRecord(act, documentRecord, { id, changes: { status: 'cancelled' } });
}

/** Says what became of a document. @returns undefined when there is none */
export function setDocumentStatus(
  act: Act,
  { id, status, note }: { readonly id: string; readonly status: DocumentStatus; readonly note: string },
): DocumentRow | undefined {
  const decidedAt = status === 'accepted' || status === 'refused' ? act.at : null;
  const before = readRecord(act.tx, documentRecord, id)?.row;
  if (!before || before.status === status) return before && changeRecord(act, documentRecord, { id, changes: { note } });
  return changeRecord(act, documentRecord, { id, changes: { status, note, decidedAt } });
}
