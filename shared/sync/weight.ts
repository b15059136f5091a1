/** About how many characters the values of a record have as JSON: texts as they are, lists and objects written out. */
export function charactersOf(fields: Readonly<Record<string, unknown>>): number {
  let count = 0;
  for (const value of Object.values(fields)) {
    if (typeof value === 'string') count += value.length;
    else if (typeof value === 'object' && value !== null) count += JSON.stringify(value).length;
  }
  return count;
}
