/**
 * A birthday as ISO date, its year 0000 when only day and month are known (`--0131`, or Apple's placeholder year).
 * What is no date comes back as written.
 */
export function parseBirthday(text: string, isYearOmitted = false): string {
  const found = /^(\d{4}|--)-?(\d{2})-?(\d{2})(?:$|[T ])/.exec(text.trim());
  if (found === null) return text.trim();
  const [, year = '', month, day] = found;
  const known = year === '--' || isYearOmitted || year === '1604' ? '0000' : year;
  return `${known}-${month}-${day}`;
}
