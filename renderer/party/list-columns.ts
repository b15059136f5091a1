import type { CustomField } from '#shared/custom-field/contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { partySortFields } from '#shared/party/contract.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** A column as the settings keep it: a field of the list or "custom.KEY", and its width in pixels. */
export interface KeptColumn {
  readonly field: string;
  readonly width: number;
}

/** A column there can be. */
export interface KnownColumn extends KeptColumn {
  /** Name of a field of Cartera, or the words of a custom field. */
  readonly name: { readonly message: MessageKey } | { readonly words: string };
  readonly sortField: string | null;
  /** Whose list it makes sense in; null for all. */
  readonly partyType: PartyType | null;
}

const own = [
  ['title', 210, null],
  ['company', 150, 'contact'],
  ['phone', 165, null],
  ['email', 200, null],
  ['city', 130, null],
  ['tags', 120, null],
  ['kind', 120, null],
  ['jobTitle', 150, 'contact'],
  ['taxId', 130, null],
  ['source', 150, null],
  ['birthday', 130, 'contact'],
  ['doNotContact', 160, null],
  ['createdAt', 130, null],
  ['updatedAt', 130, null],
] as const satisfies readonly (readonly [string, number, PartyType | null])[];

const firstShown = ['title', 'company', 'phone', 'email', 'city', 'tags'];
const customWidth = 150;

/** Every column there can be, custom fields last, in their order. */
export function knownColumns(customFields: readonly CustomField[]): KnownColumn[] {
  const fixed = own.map(([field, width, partyType]) => ({
    field,
    width,
    partyType,
    name: { message: `party.field.${field}` as const },
    sortField: partySortFields.find((sortable) => sortable === field) ?? null,
  }));
  const custom = customFields
    .toSorted((one, other) => one.position - other.position)
    .flatMap(({ key, label, partyType }) =>
      partyType === 'deal'
        ? []
        : [{ field: `custom.${key}`, width: customWidth, partyType, name: { words: label }, sortField: `custom.${key}` }],
    );
  return [...fixed, ...custom];
}

/** The columns chosen, or the usual ones while none are. Those of custom fields that are gone drop out. The name is always there. */
export function chosenColumns(kept: readonly KeptColumn[], known: readonly KnownColumn[]): KeptColumn[] {
  const byField = new Map(known.map((column) => [column.field, column]));
  const chosen = kept.filter(({ field }) => byField.has(field));
  if (chosen.length === 0)
    return known.filter(({ field }) => firstShown.includes(field)).map(({ field, width }) => ({ field, width }));
  if (chosen.some(({ field }) => field === 'title')) return chosen;
  return [{ field: 'title', width: byField.get('title')?.width ?? 210 }, ...chosen];
}

/** Shows a column at the end, or hides it; the name can't be hidden. */
export function toggleColumn(columns: readonly KeptColumn[], column: KeptColumn): KeptColumn[] {
  if (column.field === 'title') return [...columns];
  if (columns.some(({ field }) => field === column.field)) return columns.filter(({ field }) => field !== column.field);
  return [...columns, { field: column.field, width: column.width }];
}

export function resizeColumn(columns: readonly KeptColumn[], field: string, width: number): KeptColumn[] {
  return columns.map((column) => (column.field === field ? { field, width } : column));
}

/** Puts a column where another one stands; the others make room. */
export function moveColumn(columns: readonly KeptColumn[], field: string, to: string): KeptColumn[] {
  const from = columns.findIndex((column) => column.field === field);
  const target = columns.findIndex((column) => column.field === to);
  const moved = columns[from];
  if (moved === undefined || target === -1) return [...columns];
  return columns.toSpliced(from, 1).toSpliced(target, 0, moved);
}
