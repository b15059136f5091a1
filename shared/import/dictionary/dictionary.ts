import type { ColumnTarget } from '#shared/import/mapping.ts';

/**
 * What a header may speak of: what a column can be brought into, and notions that are settled only by the columns
 * beside it ("name" is a given name next to a surname and a full name otherwise; "state" a region in an address).
 */
export type Concept =
  | Exclude<ColumnTarget, 'ignore' | 'messenger'>
  | 'name'
  | 'nickOrSurname'
  | 'address'
  | 'addressMore'
  | 'state'
  | 'departmentOrRegion'
  | 'rowNumber'
  | 'identifier'
  | 'owner';

/**
 * Words of one language, in lists separated by commas. A phrase is one or more words as people write them (accents and
 * case don't matter); a word ending in "*" stands for every word that begins so.
 */
export interface Dictionary {
  readonly concepts: Partial<Record<Concept, string>>;
  /** Words that add nothing: articles, "number of", "data". */
  readonly noise: string;
  /** Words for the one a list is about, which explain "client's phone" but name no column by themselves. */
  readonly person: string;
  readonly organisation: string;
}

/**
 * Which notion wins when a header speaks of several: in "phone of the contact person" the phone does. Those of one tier
 * are settled by the number of words that matched.
 */
const tierList: readonly (readonly Concept[])[] = [
  [
    'phone',
    'email',
    'webPage',
    'birthday',
    'taxId',
    'addressStreet',
    'addressMore',
    'addressCity',
    'addressRegion',
    'addressPostalCode',
    'addressCountry',
    'state',
    'departmentOrRegion',
    'jobTitle',
    'notes',
    'preferences',
    'source',
    'custom',
    'address',
    'addressFull',
  ],
  [
    'contactPerson',
    'companyName',
    'legalName',
    'name',
    'fullName',
    'givenName',
    'middleName',
    'familyName',
    'nickname',
    'nickOrSurname',
  ],
  ['kind', 'tags', 'groups', 'industry', 'department', 'owner', 'partyType', 'identifier', 'rowNumber'],
];

export const tierOf: ReadonlyMap<Concept, number> = new Map(
  tierList.flatMap((concepts, tier) => concepts.map((concept) => [concept, tier] as const)),
);

/** Notions that remain what they are whatever else the header says ("Teléfono María" is a phone, "Nombre del perro" is no name). */
export const tolerantConcepts: ReadonlySet<Concept> = new Set<Concept>([
  'phone',
  'email',
  'webPage',
  'notes',
  'address',
  'addressFull',
  'custom',
]);
