const order = [
  'fullName',
  'givenName',
  'middleName',
  'familyName',
  'nickname',
  'jobTitle',
  'companyName',
  'department',
  'phone',
  'email',
  'messenger',
  'address',
  'webPage',
  'birthday',
  'tags',
  'groups',
  'notes',
];

/** Columns as a person would lay them out; those of one kind keep the order in which cards brought them. */
export function sortColumns(columns: Iterable<string>): string[] {
  return [...columns].toSorted((a, b) => rank(a) - rank(b) || numberOf(a) - numberOf(b));
}

function rank(column: string): number {
  return order.indexOf(column.split(/[.:#]/, 1)[0]!);
}

function numberOf(column: string): number {
  return Number(/#(\d+)$/.exec(column)?.[1] ?? 1);
}
