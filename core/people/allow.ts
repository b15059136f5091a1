import type { OwnBranch } from '#core/records/own-branch.ts';
import { permissions, permissionsOf, systemUserId } from '#shared/people/permission.ts';
import { builtInRights, isBuiltIn } from '#shared/people/role.ts';
import type { Role } from '#shared/people/role.ts';
import { refusedBy } from '#shared/people/refused.ts';
import { isLimited } from '#shared/people/rights.ts';
import type { Rights } from '#shared/people/rights.ts';
import type { Actor, Permission } from '#shared/people/permission.ts';

/** Who owns this copy, or acts in the owner's name: may do everything. */
export function ownerActor(user: { readonly id: string; readonly name: string }): Actor {
  return { userId: user.id, name: user.name, permissions: new Set(permissions), limits: null };
}

export interface PersonActing {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** What the role may do in this shop; as delivered where nothing is said. */
  readonly rights?: Rights;
  readonly branchId?: string | null;
  /** The people whose things are her team's: she herself at least. */
  readonly teamIds?: readonly string[];
}

/** Somebody of the shop, with what the role allows. @throws when a role of the shop's own comes without its rights */
export function personActor({ id, name, role, rights, branchId = null, teamIds = [id] }: PersonActing): Actor {
  if (role === 'owner') return ownerActor({ id, name });
  const allowed = rights ?? deliveredRights(role);
  const limits = isLimited(allowed) ? { userId: id, teamIds, branchId, rights: allowed } : null;
  const refused = refusedBy(allowed);
  const permissions = [...permissionsOf(allowed)].filter((permission) => !refused.includes(permission));
  return { userId: id, name, permissions: new Set(permissions), limits };
}

function deliveredRights(role: Role): Rights {
  if (!isBuiltIn(role) || role === 'owner') throw new Error(`what may ${role} do?`);
  return builtInRights(role);
}

/** The program itself: what is done by the clock or by a rule. It is no row of the table of users. */
export const systemActor: Actor = ownerActor({ id: systemUserId, name: 'Cartera' });

/** The person who acts, for columns that name a user; null for the program itself. */
export function personIdOf({ userId }: Actor): string | null {
  return userId === systemUserId ? null : userId;
}

/** What is everybody's is written at head office alone, whoever asks. */
const ofHeadOffice: ReadonlySet<Permission> = new Set([
  'pipeline.edit',
  'product.edit',
  'automation.edit',
  'documentTemplate.edit',
  'customField.edit',
  'callScript.edit',
  'branch.manage',
  'role.manage',
  'archive.restore',
  'demo.create',
]);

/** What somebody may do on this copy: a computer of a branch takes from everybody what is head office's. */
export function allowedHere(actor: Actor, own: OwnBranch | null): Actor {
  if (own === null || own.branchId === null) return actor;
  return { ...actor, permissions: new Set([...actor.permissions].filter((permission) => !ofHeadOffice.has(permission))) };
}

export function isAllowed(actor: Actor, permission: Permission): boolean {
  return actor.permissions.has(permission);
}
