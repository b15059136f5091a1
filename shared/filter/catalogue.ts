import type { CustomField } from '#shared/custom-field/contract.ts';
import type { CustomFieldType } from '#shared/custom-field/types.ts';
import type { FieldType } from '#shared/filter/operators.ts';

export interface FieldShape {
  readonly type: FieldType;
  /** The key of the message that names it; of a custom field the words themselves. */
  readonly label: string;
  /** What can be chosen, of a choice and of words that come from a list. */
  readonly choices?: readonly string[];
  /** Whether values other than the choices may be kept and asked for, as in custom fields whose options changed. */
  readonly isOpen?: boolean;
  /** What the id is of. Of a user, "me" stands for whoever acts. */
  readonly record?: 'user' | 'branch' | 'party' | 'pipeline' | 'stage' | 'lostReason' | 'product' | 'deal' | 'lead' | 'task';
  /** Compared without spaces: phones. */
  readonly isCompact?: boolean;
}

export interface FilterField extends FieldShape {
  readonly key: string;
}

/** What can be asked of one kind of record. */
export interface FilterEntity {
  readonly name: string;
  /** By key; a dot leads to a related record: "client.kind". */
  readonly fields: Readonly<Record<string, FieldShape>>;
  /** Before which keys of parties' custom fields stand: "custom.", "client.custom.". */
  readonly customPrefixes: readonly string[];
}

export type FilterCatalogue = ReadonlyMap<string, FilterField>;
export type CustomFieldShape = Pick<CustomField, 'key' | 'label' | 'type' | 'options'>;

const typesOfCustom: Readonly<Record<CustomFieldType, FieldType>> = {
  text: 'text',
  longText: 'text',
  number: 'number',
  // Custom amounts are kept as they are typed, not in minor units.
  money: 'number',
  date: 'date',
  yesNo: 'boolean',
  choice: 'choice',
  multiChoice: 'words',
  url: 'text',
  email: 'text',
  phone: 'text',
};

/** All that can be asked, by key and in order: the entity's own fields, then custom ones. */
export function catalogueOf(entity: FilterEntity, customFields: readonly CustomFieldShape[]): FilterCatalogue {
  const own = Object.entries(entity.fields).map(([key, shape]) => ({ key, ...shape }));
  const custom = entity.customPrefixes.flatMap((prefix) => customFields.map((field) => customFilterField(prefix, field)));
  return new Map([...own, ...custom].map((field) => [field.key, field]));
}

function customFilterField(prefix: string, { key, label, type, options }: CustomFieldShape): FilterField {
  const chosen = type === 'choice' || type === 'multiChoice' ? { choices: options, isOpen: true } : {};
  return { key: prefix + key, type: typesOfCustom[type], label, ...chosen, ...(type === 'phone' && { isCompact: true }) };
}

/**
 * What another entity's fields are called where a record leads to one of it.
 * @example { name: 'deal', fields: { amount: {...}, ...client.fields }, customPrefixes: client.customPrefixes }
 *   with client = through('client', partyFilterEntity)
 */
export function through(name: string, entity: FilterEntity): Pick<FilterEntity, 'fields' | 'customPrefixes'> {
  return {
    fields: Object.fromEntries(Object.entries(entity.fields).map(([key, shape]) => [`${name}.${key}`, shape])),
    customPrefixes: entity.customPrefixes.map((prefix) => `${name}.${prefix}`),
  };
}
