import { z } from 'zod';

/**
 * What an actor may be allowed to do. Every procedure of the contract names the one it needs; a procedure that
 * names none doesn't build.
 */
export const permissions = [
  'party.see',
  'party.create',
  'party.edit',
  'party.delete',
  'party.import',
  'party.export',
  'history.see',
  'history.undo',
  'settings.see',
  'settings.edit',
  'apiKey.manage',
] as const;
export const permissionSchema = z.enum(permissions);
export type Permission = z.infer<typeof permissionSchema>;

/** Who acts: today the one owner; roles narrow `permissions` later. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
}
