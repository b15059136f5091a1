/** Where a request is read. */
export function leadPath(id: string): string {
  return `/leads/${encodeURIComponent(id)}`;
}
