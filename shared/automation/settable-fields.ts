/** What a rule may set, besides custom fields. */
export const settableFields = {
  deal: ['title', 'estimate', 'ownProbability', 'expectedClose', 'source', 'channel', 'siteAddress', 'notes'],
  client: ['kind', 'source', 'preferences', 'notes'],
  lead: ['title', 'source', 'text'],
} as const;
