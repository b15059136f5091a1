import type { Permission } from '#shared/people/permission.ts';

const seeing = ['party.see', 'people.see', 'settings.see', 'history.see'] as const satisfies readonly Permission[];

/** What a program's key can be narrowed to, in words of a shop, each with the permissions that it takes. */
export const keyScopes = {
  readClients: seeing,
  writeClients: [...seeing, 'party.create', 'party.edit', 'activity.edit', 'file.attach'],
  addLeads: ['lead.create', 'settings.see'],
  deals: [
    ...seeing,
    'lead.see',
    'deal.see',
    'deal.create',
    'deal.edit',
    'product.see',
    'document.see',
    'document.create',
    'payment.see',
    'payment.create',
  ],
  tasks: [...seeing, 'task.see', 'task.edit', 'notice.see'],
  reports: ['report.see', 'settings.see', 'people.see'],
  takeAway: ['party.export', 'settings.see'],
} as const satisfies Readonly<Record<string, readonly Permission[]>>;

export type KeyScope = keyof typeof keyScopes;
export const keyScopeNames = Object.keys(keyScopes) as readonly KeyScope[];

/** All that these take together; null, which is everything, for none. */
export function permissionsOfScopes(scopes: readonly KeyScope[]): Permission[] | null {
  return scopes.length === 0
    ? null
    : [...new Set<Permission>(scopes.flatMap((scope): readonly Permission[] => keyScopes[scope]))];
}

/** What of it a key may do that is narrowed to these permissions: all that it opens, chosen or not. */
export function scopesWithin(permissions: readonly Permission[]): readonly KeyScope[] {
  return keyScopeNames.filter((scope) => keyScopes[scope].every((permission) => permissions.includes(permission)));
}
