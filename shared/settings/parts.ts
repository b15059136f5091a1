/** Parts that a user who wants it simple may hide: pages of the left rail, then blocks of a card. */
export const railParts = [
  'leads',
  'deals',
  'calendar',
  'companies',
  'all',
  'products',
  'reports',
  'automations',
  'import',
  'recycleBin',
  'history',
] as const;
export const cardParts = [
  'card.addresses',
  'card.messengers',
  'card.webPages',
  'card.groups',
  'card.preferences',
  'card.birthday',
  'card.taxId',
  'card.source',
  'card.deals',
  'card.links',
  'card.files',
] as const;

export type Part = (typeof railParts)[number] | (typeof cardParts)[number];

/** What "simple mode" hides: all but name, phones, emails, notes and the list itself. */
export const hiddenInSimpleMode: readonly Part[] = [
  'companies',
  'all',
  'card.messengers',
  'card.webPages',
  'card.groups',
  'card.preferences',
  'card.taxId',
  'card.source',
  'card.links',
];
