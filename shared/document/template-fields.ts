import type { documentMessages } from '#shared/document/messages.ts';

/**
 * What a template may name in braces. A list repeats: {#lines}{name}{/lines}; its fields work only within it. Anything else can
 * begin a part that shows only when it is filled in: {#notes}...{/notes}, {#visit}...{/visit}.
 */
const fieldsOf = {
  '': ['kind', 'number', 'version', 'date', 'validUntil', 'title', 'currency', 'notes', 'terms'],
  seller: ['name', 'legalName', 'taxId', 'address', 'phone', 'email', 'bank'],
  buyer: ['name', 'company', 'taxId', 'address', 'phone', 'email', 'contact'],
  visit: ['at', 'leaveAt', 'address', 'assignee'],
  totals: ['net', 'tax', 'discount', 'gross', 'paid', 'balance'],
} as const;

const fieldsOfList = {
  lines: [
    ...(['position', 'name', 'description', 'details', 'place', 'width', 'height', 'size', 'pieces', 'quantity'] as const),
    ...(['unit', 'unitPrice', 'discount', 'taxRate', 'net', 'tax', 'total'] as const),
  ],
  taxes: ['rate', 'base', 'tax'],
  custom: ['label', 'value'],
  stages: ['name', 'enteredAt', 'leftAt', 'spent'],
  tasks: ['title', 'assignee', 'dueAt', 'doneAt', 'result', 'escalatedAt'],
  payments: ['date', 'amount', 'method'],
} as const;

export type TemplateList = keyof typeof fieldsOfList;
export const templateLists = Object.keys(fieldsOfList) as readonly TemplateList[];

export interface TemplateField {
  /** As written within the braces: "buyer.name", or "unitPrice" within {#lines}. */
  readonly name: string;
  /** The list it belongs to; null for the whole document. */
  readonly list: TemplateList | null;
  readonly kind: 'value' | 'group' | 'list';
  /** The message that says what it is. */
  readonly label: Extract<keyof typeof documentMessages, `document.field.${string}`>;
}

/** Every field, in the order in which they are explained. */
export const templateFields: readonly TemplateField[] = [
  ...Object.entries(fieldsOf).flatMap(([group, names]) => [
    ...(group === '' ? [] : [field(group, null, 'group')]),
    ...names.map((name) => field(group === '' ? name : `${group}.${name}`, null, 'value')),
  ]),
  ...Object.entries(fieldsOfList).flatMap(([list, names]) => [
    field(list, null, 'list'),
    ...names.map((name) => field(name, list as TemplateList, 'value')),
  ]),
];

function field(name: string, list: TemplateList | null, kind: TemplateField['kind']): TemplateField {
  const path = list === null ? name : `${list}.${name}`;
  return { name, list, kind, label: `document.field.${path}` as TemplateField['label'] };
}

/** The field a tag means, where it stands inside these lists: the innermost list that has it, then the whole document. */
export function findTemplateField(name: string, lists: readonly TemplateList[]): TemplateField | undefined {
  for (const list of lists.toReversed()) {
    const found = templateFields.find((known) => known.list === list && known.name === name);
    if (found !== undefined) return found;
  }
  return templateFields.find((known) => known.list === null && known.name === name);
}

/** The one of these fields that is written most like this name; undefined when none is like it. */
export function nearestTemplateField(name: string, fields: readonly TemplateField[]): TemplateField | undefined {
  let nearest: TemplateField | undefined;
  let least = Math.max(2, Math.ceil(name.length / 2)) + 1;
  for (const known of fields) {
    const distance = editDistance(name.toLowerCase(), known.name.toLowerCase());
    if (distance < least) [nearest, least] = [known, distance];
  }
  return nearest;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const letter of a.slice(0, 60)) {
    const next = [(row[0] ?? 0) + 1];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
