/** What a record that is gone was called, from the values that were lost with it; empty where none of them says it. */
export function lastName(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const text = (field: string) => {
    const one = (value as Readonly<Record<string, unknown>>)[field];
    return typeof one === 'string' ? one.trim() : '';
  };
  return text('title') || text('name') || [text('givenName'), text('familyName')].join(' ').trim();
}
