/** Where a rule is changed; "new" makes one. */
export function automationPath(id: string): string {
  return `/automations/${encodeURIComponent(id)}`;
}
