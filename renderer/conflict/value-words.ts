import type { Format } from '#renderer/app/create-format.ts';
import type { Translate } from '#renderer/app/text.ts';
import { valueText } from '#renderer/card/history/value-text.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import { catalogue } from '#shared/messages/catalogue.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

/** What values are put into words with. */
export interface ValueWording {
  readonly t: Translate;
  readonly format: Format;
  /** What a person of the shop is called. */
  readonly personName: (id: string) => string;
  /** What a branch is called; null is head office. */
  readonly branchName: (id: string | null) => string;
  /** What a stage, pipeline or reason is called; undefined where it isn't known. */
  readonly recordName: (id: string) => string | undefined;
  readonly customFields: readonly CustomField[];
  /** An amount of a custom field of money. */
  readonly customMoney: (amount: number) => string;
}

export interface FieldValue {
  readonly recordType: string;
  readonly field: string;
  readonly value: unknown;
  /** What its amounts are in, as an ISO code. */
  readonly currency: string;
}

const people = new Set(['ownerId', 'assigneeId', 'authorId', 'headId', 'doneBy', 'escalatedTo', 'handledBy']);
const named = new Set(['stageId', 'pipelineId', 'lostReasonId']);
const yesOrNo = new Set(['allDay', 'escalate', 'hasNewParty', 'isKey']);
const shares = new Set(['taxRate', 'discount']);
const money: Readonly<Record<string, readonly string[]>> = {
  deal: ['estimate'],
  deal_line: ['unitPrice'],
  payment: ['amount'],
  price: ['amount'],
};

/** Whether a field holds an amount of money, in minor units. */
export function isMoney({ recordType, field }: Pick<FieldValue, 'recordType' | 'field'>): boolean {
  return money[recordType]?.includes(field) ?? false;
}

/** A value as a person reads it elsewhere; null when there is nothing in it. Never as the program keeps it. */
export function valueWords(given: FieldValue, wording: ValueWording): string | null {
  const { field, value } = given;
  const { t, branchName, personName } = wording;
  if (field === 'branchId') return branchName(typeof value === 'string' ? value : null) || null;
  if (field === 'deletedAt') return t(value === null || value === undefined ? 'conflict.inUse' : 'conflict.bin');
  if (value === null || value === undefined || value === '') return null;
  if (field.startsWith('custom.')) return customWords(given, wording);
  if (typeof value === 'number') return numberWords(given, value, wording);
  if (Array.isArray(value)) return listWords(given, value, wording);
  if (typeof value === 'object') return t('conflict.field.other');
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value !== 'string') return t('conflict.field.other');
  const text = value;
  if (people.has(field)) return personName(text) || t('conflict.somebody');
  if (named.has(field)) return wording.recordName(text) ?? t('conflict.field.other');
  return codeWords(given, text, t) ?? valueText(field, text, { ...wording, nameOf: personName });
}

function numberWords({ recordType, field, currency }: FieldValue, value: number, { t, format }: ValueWording): string {
  if (isMoney({ recordType, field })) return format.money(value, currency);
  if (yesOrNo.has(field)) return t(value === 0 ? 'common.no' : 'common.yes');
  if (shares.has(field)) return `${format.number(value / 100)} %`;
  if (field === 'ownProbability') return `${format.number(value)} %`;
  return field.endsWith('At') ? format.dateTime(value) : format.number(value);
}

function listWords({ recordType, field }: FieldValue, value: readonly unknown[], wording: ValueWording): string | null {
  const { t, format, branchName, personName } = wording;
  if (field === 'sharedWith') return value.map((id) => branchName(String(id)) || '?').join(', ') || null;
  if (recordType === 'lead' && field === 'phones') return value.map((phone) => format.phone(String(phone))).join(', ') || null;
  const isKnown = recordType === 'party' || value.every((item) => typeof item !== 'object');
  return isKnown ? valueText(field, value, { t, format, nameOf: personName }) : t('conflict.field.other');
}

/** A choice such as "open" in words, where the program has words for it. */
function codeWords({ recordType, field }: FieldValue, value: string, t: Translate): string | null {
  const keys = [
    `${recordType}.${field}.${value}`,
    ...(field === 'unit' ? [`deal.unit.${value}`] : []),
    ...(field === 'role' && recordType === 'user' ? [`people.role.${value}`] : []),
    ...(field === 'outcome' ? [`activity.outcome.${value}`] : []),
    ...(field === 'channel' ? [`lead.channel.${value}`] : []),
  ];
  const key = keys.find((one) => Object.hasOwn(catalogue, one));
  return key === undefined ? null : t(key as MessageKey);
}

function customWords({ field, value }: FieldValue, { t, format, customFields, customMoney }: ValueWording): string {
  const type = customFields.find(({ key }) => field === `custom.${key}`)?.type;
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return type === 'money' ? customMoney(value) : format.number(value);
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (typeof value !== 'string') return t('conflict.field.other');
  if (type === 'date') return format.date(value);
  return type === 'phone' ? format.phone(value) : value;
}
