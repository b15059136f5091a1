import { readCustomFields } from '#core/custom-field/commands.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { collectLines, withPaid } from '#core/document/collect-lines.ts';
import { buyerOf, sellerOf, siteOf } from '#core/document/collect-parties.ts';
import { plannedVisit, reportOf } from '#core/document/collect-report.ts';
import { readSettings } from '#core/settings/settings.ts';
import { internalKinds } from '#shared/document/data.ts';
import type { DocumentData, DocumentKind } from '#shared/document/data.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { CustomValue } from '#shared/party/fields.ts';
import type { Language, Settings } from '#shared/settings/contract.ts';
import { timeZoneOf } from '#shared/time/zone.ts';

export interface DataWanted {
  readonly kind: DocumentKind;
  readonly language: Language;
  readonly version: number;
  /** ISO dates. */
  readonly date: string;
  readonly validUntil: string | null;
  readonly notes: string | undefined;
  /** What another document says, whose lines and terms hold for this one. */
  readonly agreed: DocumentData | undefined;
  /** UTC milliseconds. */
  readonly at: number;
}

/** Everything a document says but its number, which is taken last. */
export function collectData(db: ReadDb, deal: DealRow, wanted: DataWanted): Omit<DocumentData, 'number'> {
  const settings = readSettings(db);
  const { kind, language, version, date, validUntil, agreed } = wanted;
  const priced = agreed
    ? { lines: agreed.lines, totals: withPaid(agreed.totals, deal.paid) }
    : collectLines(db, deal, { kind, language });
  return {
    kind,
    language,
    country: settings.country,
    currency: agreed?.currency ?? deal.currency,
    timeZone: timeZoneOf(settings.timeZone),
    version,
    date,
    validUntil,
    title: deal.title,
    seller: sellerOf(settings),
    buyer: buyerOf(db, deal, kind),
    ...priced,
    visit: visitOf(db, deal, wanted),
    // What was noted of a deal is for the shop's own people.
    notes: wanted.notes ?? (internalKinds.has(kind) ? deal.notes : ''),
    terms: termsOf(settings, wanted),
    custom: customOf(db, deal, language),
    report: kind === 'dealReport' ? reportOf(db, deal.id, language) : null,
  };
}

function termsOf({ quoteTerms }: Settings, { kind, agreed }: DataWanted): string {
  if (kind !== 'quote' && kind !== 'order' && kind !== 'contract') return '';
  return agreed?.terms ?? quoteTerms;
}

/** The next visit planned, or else the moment the deal names: of the work, unless the first visit is still to come. */
function visitOf(db: ReadDb, deal: DealRow, { at }: DataWanted): DocumentData['visit'] {
  const planned = plannedVisit(db, deal.id);
  const moment = planned?.at ?? (deal.visitAt !== null && deal.visitAt >= at ? deal.visitAt : (deal.workAt ?? deal.visitAt));
  if (moment === null) return null;
  const leaveAt = planned?.leaveAt ?? (moment === deal.visitAt ? deal.leaveAt : null);
  return { at: moment, leaveAt, address: planned?.address || siteOf(db, deal), assignee: planned?.assignee ?? '' };
}

function customOf(db: ReadDb, deal: DealRow, language: Language): DocumentData['custom'] {
  return readCustomFields(db).flatMap(({ key, label }) => {
    const value = deal.custom[key];
    const text = value === undefined ? '' : writeValue(value, language);
    return text === '' ? [] : [{ label, value: text }];
  });
}

function writeValue(value: CustomValue, language: Language): string {
  if (typeof value === 'boolean') return messageText(value ? 'document.answer.yes' : 'document.answer.no', language);
  return Array.isArray(value) ? value.join(', ') : String(value);
}
