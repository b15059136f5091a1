import type { Format } from '#renderer/app/create-format.ts';
import type { Translate } from '#renderer/app/text.ts';
import { labelText } from '#renderer/card/point/label-text.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { catalogue } from '#shared/messages/catalogue.ts';

export interface Wording {
  readonly t: Translate;
  readonly format: Format;
  /** What a person of the shop is called. */
  readonly nameOf: (id: string) => string;
  /** What a branch is called; null is head office. Absent where there are none. */
  readonly branchName?: ((id: string | null) => string) | undefined;
}

/** A value of the history as a person reads it; null when there is nothing in it. */
export function valueText(field: string, value: unknown, wording: Wording): string | null {
  const { t, format, nameOf, branchName } = wording;
  if (field === 'branchId' && branchName !== undefined) return branchName(typeof value === 'string' ? value : null) || null;
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean' || field === 'isKey') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return field.endsWith('At') ? format.dateTime(value) : format.number(value);
  if (Array.isArray(value)) return value.map((item) => itemText(field, item, wording)).join(', ') || null;
  if (typeof value === 'object') return itemText(field, value, wording);
  if (typeof value !== 'string') return null;
  if (field === 'ownerId') return nameOf(value) || value;
  return translated(field, value, t) ?? (/^\d{4}-\d{2}-\d{2}$/.test(value) ? format.date(value) : value);
}

/** One element of a list: a tag, a phone, an address... */
export function itemText(field: string, item: unknown, wording: Wording): string {
  if (field === 'sharedWith') return wording.branchName?.(String(item)) || String(item);
  if (typeof item !== 'object' || item === null) return translated(field, String(item), wording.t) ?? String(item);
  const point = item as Readonly<Record<string, string | null | undefined>>;
  const label = labelText(wording.t, point['label'] ?? '');
  const text = pointText(point, wording);
  return label === '' ? text : `${text} (${label})`;
}

function pointText(point: Readonly<Record<string, string | null | undefined>>, { t, format }: Wording): string {
  if (point['raw'] !== undefined) {
    const number = format.phone(point['e164'] ?? point['raw'] ?? '');
    return point['extension'] ? `${number} ${t('card.phone.extension', { extension: point['extension'] })}` : number;
  }
  if (point['service'] !== undefined)
    return `${translated('messenger', point['service'] ?? '', t) ?? ''} ${point['handle'] ?? ''}`.trim();
  const parts = ['address', 'url', 'street', 'postalCode', 'city', 'region', 'country'].map((part) => point[part] ?? '');
  return parts.filter((part) => part !== '').join(', ');
}

const keyOfField: Readonly<Record<string, string>> = {
  kind: 'party.kind.',
  preferredChannel: 'party.channel.',
  doNotContact: 'party.channel.',
  messenger: 'party.messenger.',
};

function translated(field: string, value: string, t: Translate): string | null {
  const prefix = keyOfField[field];
  const key = `${prefix ?? ''}${value}`;
  return prefix !== undefined && Object.hasOwn(catalogue, key) ? t(key as MessageKey) : null;
}
