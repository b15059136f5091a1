import type { Actor, Permission } from '#shared/people/permission.ts';
import { permissions } from '#shared/people/permission.ts';

/** Who uses this copy: today its one owner, who may do everything. */
export function ownerActor(user: { readonly id: string; readonly name: string }): Actor {
  return { userId: user.id, name: user.name, permissions: new Set(permissions) };
}

export function isAllowed(actor: Actor, permission: Permission): boolean {
  return actor.permissions.has(permission);
}
