import { readTypedMoney } from '#renderer/app/typed-money.ts';
import { readLocalMoment } from '#renderer/deal/local-moment.ts';
import type { Deal } from '#shared/deal/contract.ts';
import type { CustomValue } from '#shared/party/fields.ts';
import { askableFields } from '#shared/pipeline/contract.ts';

/** What can be asked for and typed into a small form; the rest is done elsewhere on the deal's card. */
const typedFields = [
  'estimate',
  'expectedClose',
  'ownerId',
  'siteAddress',
  'visitAt',
  'leaveAt',
  'workAt',
  'notes',
  'client.phone',
  'client.email',
  'client.taxId',
  'client.address',
] as const;
export type TypedField = (typeof typedFields)[number];

export function isTyped(field: string): field is TypedField | `custom.${string}` {
  return field.startsWith('custom.') || (typedFields as readonly string[]).includes(field);
}

/** The words that name what is asked for; null for one's own fields, which have a label of their own. */
export function askedLabel(field: string) {
  return askableFields.find((known) => known === field) ?? null;
}

/** What was typed for each field, as typed; days and moments as ISO text; the value of one's own field as JSON. */
export type AskedDraft = Readonly<Record<string, string>>;

export interface AskedChanges {
  readonly deal: Partial<Deal>;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly taxId: string;
}

interface ReadAskedOptions {
  readonly deal: Pick<Deal, 'currency' | 'custom'>;
  readonly locale: string;
}

/** What was typed as changes to save, or the first field that can't be read. */
export function readAsked(
  draft: AskedDraft,
  { deal, locale }: ReadAskedOptions,
): { readonly type: 'read'; readonly changes: AskedChanges } | { readonly type: 'unreadable'; readonly field: string } {
  const changes: Record<string, unknown> = {};
  const custom: Record<string, CustomValue> = {};
  for (const [field, typed] of Object.entries(draft)) {
    const text = typed.trim();
    if (text === '') return { type: 'unreadable', field };
    if (field.startsWith('custom.')) custom[field.slice('custom.'.length)] = JSON.parse(text) as CustomValue;
    else if (!field.startsWith('client.')) {
      const value = readValue(field as TypedField, text, { currency: deal.currency, locale });
      if (value === null) return { type: 'unreadable', field };
      changes[field] = value;
    }
  }
  if (Object.keys(custom).length > 0) changes['custom'] = { ...deal.custom, ...custom };
  const of = (field: TypedField) => (draft[field] ?? '').trim();
  return {
    type: 'read',
    changes: {
      deal: changes as Partial<Deal>,
      phone: of('client.phone'),
      email: of('client.email'),
      address: of('client.address'),
      taxId: of('client.taxId'),
    },
  };
}

interface ReadValueOptions {
  readonly currency: string;
  readonly locale: string;
}

function readValue(field: TypedField, text: string, options: ReadValueOptions): string | number | null {
  if (field === 'estimate') return readTypedMoney(text, options);
  if (field === 'visitAt' || field === 'leaveAt' || field === 'workAt') return readLocalMoment(text);
  return text;
}
