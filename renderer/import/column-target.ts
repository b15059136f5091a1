import type { CustomField } from '#shared/custom-field/contract.ts';
import { gatherEvidence } from '#shared/import/column-evidence.ts';
import { inferCustomType } from '#shared/import/custom-column.ts';
import type { ColumnMapping, ColumnTarget, Mapping } from '#shared/import/mapping.ts';
import { makeCustomKey } from '#shared/import/slug.ts';
import type { Cell } from '#shared/import/table.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

/** Targets as the user sees them, under headings. "custom" and "ignore" stand apart. */
export const targetGroups = [
  ['name', ['fullName', 'givenName', 'middleName', 'familyName', 'nickname']],
  ['company', ['companyName', 'legalName', 'industry', 'taxId', 'contactPerson', 'jobTitle', 'department']],
  ['reach', ['phone', 'email', 'messenger', 'webPage']],
  ['address', ['addressFull', 'addressStreet', 'addressCity', 'addressRegion', 'addressPostalCode', 'addressCountry']],
  ['about', ['birthday', 'kind', 'partyType', 'tags', 'groups', 'source', 'preferences', 'notes']],
] as const satisfies readonly (readonly [string, readonly ColumnTarget[]])[];

type NamedTarget = (typeof targetGroups)[number][1][number];

const nameOfTarget: Readonly<Record<NamedTarget | 'ignore', MessageKey>> = {
  ignore: 'import.target.ignore',
  fullName: 'party.field.fullName',
  givenName: 'party.field.givenName',
  middleName: 'party.field.middleName',
  familyName: 'party.field.familyName',
  nickname: 'party.field.nickname',
  companyName: 'party.field.name',
  legalName: 'party.field.legalName',
  industry: 'party.field.industry',
  taxId: 'party.field.taxId',
  contactPerson: 'party.field.contactPerson',
  jobTitle: 'party.field.jobTitle',
  department: 'import.target.department',
  phone: 'party.field.phone',
  email: 'party.field.email',
  messenger: 'party.field.messenger',
  webPage: 'party.field.webPage',
  addressFull: 'import.target.addressFull',
  addressStreet: 'party.field.street',
  addressCity: 'party.field.city',
  addressRegion: 'party.field.region',
  addressPostalCode: 'party.field.postalCode',
  addressCountry: 'party.field.country',
  birthday: 'party.field.birthday',
  kind: 'party.field.kind',
  partyType: 'import.target.partyType',
  tags: 'party.field.tags',
  groups: 'party.field.groups',
  source: 'party.field.source',
  preferences: 'party.field.preferences',
  notes: 'party.field.notes',
};

/** The name of what a column becomes; null for a custom field, which has its own words. */
export function targetName(target: ColumnTarget): MessageKey | null {
  return target === 'custom' ? null : nameOfTarget[target];
}

const labelled = new Set<ColumnTarget>(['phone', 'email', 'webPage', ...targetGroups[3][1]]);

/** Whether what the column holds can carry a label such as "work". */
export function hasLabel({ target, labelColumn }: ColumnMapping): boolean {
  return labelled.has(target) && labelColumn === undefined;
}

/** The choice as a select keeps it: a target, or "custom:KEY" for a custom field that is there already. */
export function choiceOf(column: ColumnMapping, fields: readonly CustomField[]): string {
  const isThere = column.target === 'custom' && fields.some(({ key }) => key === column.customKey);
  return isThere ? `custom:${column.customKey}` : column.target;
}

interface Choice {
  readonly mapping: Mapping;
  readonly column: ColumnMapping;
  /** As {@link choiceOf} gives it. */
  readonly choice: string;
  readonly fields: readonly CustomField[];
  /** The first values of the column. */
  readonly cells: readonly (Cell | undefined)[];
  readonly country: string;
}

/** The column once it is brought into something else. */
export function chooseTarget({ mapping, column, choice, fields, cells, country }: Choice): ColumnMapping {
  const { index, header } = column;
  const plain = { index, header, label: '', group: 0 };
  const field = fields.find(({ key }) => choice === `custom:${key}`);
  if (field !== undefined) return { ...plain, target: 'custom', customKey: field.key, customType: field.type };
  const target = choice as ColumnTarget;
  if (target === 'custom') {
    const others = mapping.columns.flatMap((other) => (other.index === index ? [] : (other.customKey ?? [])));
    const customKey = makeCustomKey(
      header === '' ? `column ${index + 1}` : header,
      new Set([...fields.map(({ key }) => key), ...others]),
    );
    const customType = inferCustomType({ header, evidence: gatherEvidence(cells, country) });
    return { ...plain, target, customKey, customType };
  }
  // A second column of the like is another phone, another address...
  const like = mapping.columns.filter((other) => other.index !== index && other.target === target).map(({ group }) => group);
  const group = like.length === 0 ? 0 : Math.max(...like) + 1;
  return { ...plain, target, group, ...(target === 'messenger' ? { service: 'other' as const } : {}) };
}
