import { readTypedMoney, writeTypedMoney } from '#renderer/app/typed-money.ts';
import { readLocalMoment, writeLocalMoment } from '#renderer/deal/local-moment.ts';
import { readTypedValue, writeTypedValue } from '#renderer/custom-field/typed-value.ts';
import { isMoney } from '#renderer/conflict/value-words.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import type { CustomFieldType } from '#shared/custom-field/types.ts';

/** How a value is written anew in place. Fields that need more than a line or a day are written on the card. */
export type ValueEditor = 'text' | 'longText' | 'number' | 'money' | 'date' | 'moment';

const editors: Readonly<Record<string, Readonly<Partial<Record<ValueEditor, readonly string[]>>>>> = {
  party: {
    text: ['givenName', 'middleName', 'familyName', 'nickname', 'jobTitle', 'name', 'legalName', 'industry', 'taxId', 'source'],
    longText: ['notes', 'preferences'],
    date: ['birthday'],
  },
  deal: {
    text: ['title', 'source', 'siteAddress', 'lostNote'],
    longText: ['notes'],
    number: ['workMinutes', 'ownProbability'],
    date: ['expectedClose'],
    moment: ['visitAt', 'leaveAt', 'workAt'],
  },
  deal_line: { text: ['name', 'place'], longText: ['description'], number: ['width', 'height', 'pieces'] },
  task: {
    text: ['title', 'location'],
    longText: ['text', 'result'],
    number: ['durationMinutes'],
    moment: ['dueAt', 'leaveAt'],
  },
  lead: { text: ['title', 'name', 'companyName', 'source'], longText: ['text'] },
  activity: { longText: ['text'], moment: ['happenedAt'] },
  link: { text: ['role'] },
  product: { text: ['name', 'code', 'category'], longText: ['description'] },
};

const ofCustom: Readonly<Partial<Record<CustomFieldType, ValueEditor>>> = {
  text: 'text',
  longText: 'longText',
  number: 'number',
  money: 'number',
  date: 'date',
  url: 'text',
  email: 'text',
  phone: 'text',
};

interface Field {
  readonly recordType: string;
  readonly field: string;
}

/** How a field is written anew in place; null where it can't be. */
export function editorOf({ recordType, field }: Field, customFields: readonly CustomField[]): ValueEditor | null {
  if (isMoney({ recordType, field })) return 'money';
  const custom = customFields.find(({ key }) => field === `custom.${key}`);
  if (custom !== undefined) return ofCustom[custom.type] ?? null;
  const found = Object.entries(editors[recordType] ?? {}).find(([, fields]) => fields?.includes(field));
  return (found?.[0] as ValueEditor | undefined) ?? null;
}

interface Writing {
  readonly locale: string;
  readonly currency: string;
}

/** A value as one would type it. */
export function writeValue(editor: ValueEditor, value: unknown, { locale, currency }: Writing): string {
  if (value === null || value === undefined) return '';
  if (editor === 'money') return typeof value === 'number' ? writeTypedMoney(value, { locale, currency }) : '';
  if (editor === 'moment') return typeof value === 'number' ? writeLocalMoment(value) : '';
  return writeTypedValue(editor, typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value), locale);
}

/** What was typed, as a value to keep: null when nothing was; undefined when it can't be read. */
export function readValue(editor: ValueEditor, typed: string, { locale, currency }: Writing): unknown {
  if (typed.trim() === '') return editor === 'text' || editor === 'longText' ? '' : null;
  if (editor === 'money') return readTypedMoney(typed, { locale, currency }) ?? undefined;
  if (editor === 'moment') return readLocalMoment(typed) ?? undefined;
  const read = readTypedValue(editor, typed, locale);
  return read.type === 'value' ? read.value : undefined;
}
