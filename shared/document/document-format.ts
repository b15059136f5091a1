import type { DocumentData } from '#shared/document/data.ts';

/** How amounts, dates and numbers are written in one document. */
export interface DocumentFormat {
  /** Integer minor units: "1.234,56 €". */
  readonly money: (minor: number) => string;
  readonly number: (value: number) => string;
  /** Millimetres, as they stand on a rule: "1200". */
  readonly length: (millimetres: number) => string;
  /** Basis points: 2100 is "21 %". */
  readonly rate: (basisPoints: number) => string;
  readonly percent: (value: number) => string;
  /** A calendar date; '' for none. */
  readonly date: (date: string | null) => string;
  /** UTC milliseconds with the time of day in the document's zone; '' for none. */
  readonly moment: (ms: number | null) => string;
  /** How long something took, in its two largest units: "2 days, 3 hr". */
  readonly duration: (ms: number) => string;
}

type Place = Pick<DocumentData, 'language' | 'country' | 'currency' | 'timeZone'>;

export function createDocumentFormat({ language, country, currency, timeZone }: Place): DocumentFormat {
  const locale = `${language}-${country}`;
  const amount = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const minorUnits = 10 ** (amount.resolvedOptions().maximumFractionDigits ?? 2);
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const ungrouped = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: false });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const duration = new Intl.DurationFormat(locale, { style: 'short' });
  return {
    money: (minor) => amount.format(minor / minorUnits),
    number: (value) => plain.format(value),
    length: (millimetres) => ungrouped.format(millimetres),
    rate: (basisPoints) => share.format(basisPoints / 10_000),
    percent: (value) => share.format(value / 100),
    date: (date) => (date === null ? '' : day.format(new Date(`${date}T00:00:00Z`))),
    moment: (ms) => (ms === null ? '' : moment.format(ms)),
    duration: (ms) => duration.format(largestUnits(ms)),
  };
}

function largestUnits(ms: number): Partial<Record<'days' | 'hours' | 'minutes', number>> {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return hours % 24 === 0 ? { days: hours / 24 } : { days: Math.floor(hours / 24), hours: hours % 24 };
  if (hours > 0) return minutes % 60 === 0 ? { hours } : { hours, minutes: minutes % 60 };
  // Left out, none at all would be written as an empty text.
  return minutes === 0 ? { minutes: 1 } : { minutes };
}
