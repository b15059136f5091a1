/** Where a new computer reaches head office, as an invitation's link says it; empty when it doesn't. */
export function addressIn(link: string): string {
  return new URLSearchParams(link.slice(link.indexOf('?') + 1)).get('a') ?? '';
}
