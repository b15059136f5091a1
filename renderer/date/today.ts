/** Today's ISO date by the machine's clock. */
export function isoToday(): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(Date.now());
}
