import type { LeadInput } from '#shared/lead/contract.ts';
import { formFieldOf } from '#shared/lead/form-field.ts';
import type { FormField } from '#shared/lead/form-field.ts';
import { onlyDigits } from '#shared/phone/clean-phone.ts';
import { splitPhones } from '#shared/phone/split-phones.ts';

/** A form's field as sent: its name and what was typed. */
export type FormEntry = readonly [key: string, value: string];

export interface FormRequest extends LeadInput {
  readonly name: string;
  readonly companyName: string;
  readonly phones: string[];
  readonly emails: string[];
  readonly text: string;
  readonly title: string;
  readonly source: string;
  readonly details: Record<string, string>;
  readonly externalId?: string;
  /** UTC milliseconds. */
  readonly receivedAt?: number;
}

const longest: Partial<Record<FormField, number>> = { text: 100_000, title: 200, source: 200, companyName: 200, externalId: 200 };
const emailPattern = /[^\s<>,;:"'()]+@[^\s<>,;:"'()]+\.[^\s<>,;:"'()]+/g;

/**
 * Makes a request of what a form sent, in whichever language its fields are named. What isn't understood, or doesn't fit, is
 * kept under the name it came by.
 * @param country ISO code of the country whose habits phones follow
 */
export function readForm(entries: readonly FormEntry[], country: string): FormRequest {
  const found = new Map<FormField, string[]>();
  const details: Record<string, string> = {};
  for (const [key, typed] of entries) {
    const value = typed.trim();
    if (value === '') continue;
    const field = formFieldOf(key);
    if (field === undefined || !take(found, field, { value, country })) keepDetail(details, key, value);
  }
  const first = (field: FormField) => found.get(field)?.[0] ?? '';
  const parts = [first('givenName'), first('middleName'), first('familyName')].filter((part) => part !== '');
  const externalId = first('externalId');
  const receivedAt = readMoment(first('receivedAt'));
  return {
    name: (first('name') || parts.join(' ')).slice(0, 200),
    companyName: first('companyName'),
    phones: (found.get('phone') ?? []).slice(0, 20),
    emails: (found.get('email') ?? []).slice(0, 20),
    text: (found.get('text') ?? []).join('\n').slice(0, 100_000),
    title: first('title'),
    source: first('source'),
    details,
    ...(externalId !== '' && { externalId }),
    ...(receivedAt !== undefined && { receivedAt }),
  };
}

/** @returns whether the value is one of this field's */
function take(
  found: Map<FormField, string[]>,
  field: FormField,
  { value, country }: { readonly value: string; readonly country: string },
): boolean {
  const before = found.get(field) ?? [];
  const add = (...values: string[]) => found.set(field, [...before, ...values.filter((one) => !before.includes(one))]);
  switch (field) {
    case 'phone': {
      const phones = splitPhones(value, country).filter((phone) => onlyDigits(phone).length >= 3 && phone.length <= 100);
      if (phones.length > 0) add(...phones);
      return phones.length > 0;
    }
    case 'email': {
      const emails = value.match(emailPattern) ?? [];
      if (emails.length > 0) add(...emails.map((email) => email.slice(0, 254)));
      return emails.length > 0;
    }
    case 'text':
      add(value);
      return true;
    case 'receivedAt':
      if (before.length > 0 || readMoment(value) === undefined) return false;
      add(value);
      return true;
    default:
      if (before.length > 0 || value.length > (longest[field] ?? 200)) return false;
      add(value);
      return true;
  }
}

function keepDetail(details: Record<string, string>, key: string, value: string) {
  const name = key.slice(0, 120) || '-';
  const before = Object.hasOwn(details, name) ? details[name] : undefined;
  details[name] = (before === undefined ? value : `${before}\n${value}`).slice(0, 10_000);
}

/** ISO text with a time, or a Unix time in seconds or milliseconds; a date alone says too little. */
function readMoment(text: string): number | undefined {
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{13}$/.test(text)) return Number(text);
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text)) return undefined;
  const moment = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(moment) ? undefined : moment;
}
