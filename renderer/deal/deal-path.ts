/** Where a deal's card is. */
export function dealPath(id: string): string {
  return `/deals/${id}`;
}
