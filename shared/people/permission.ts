import { z } from 'zod';
import type { Role } from '#shared/people/role.ts';

const everybody = ['head', 'seller', 'specialist', 'readOnly'] as const;
const working = ['head', 'seller', 'specialist'] as const;
const selling = ['head', 'seller'] as const;

/**
 * What an actor may be allowed to do, and who besides the owner is: a new permission has to say it here. Every procedure
 * of the contract names the one it needs; a procedure that names none doesn't build.
 */
const grants = {
  'party.see': everybody,
  'party.create': selling,
  'party.edit': selling,
  'party.delete': ['head'],
  'party.import': ['head'],
  'party.export': ['head'],
  'activity.edit': working,
  'file.attach': working,
  'history.see': everybody,
  'history.undo': working,
  'settings.see': everybody,
  'settings.edit': ['head'],
  'archive.restore': ['head'],
  'demo.create': ['head'],
  'customField.edit': ['head'],
  'callScript.edit': ['head'],
  'apiKey.manage': [],
  'people.see': everybody,
  'people.manage': [],
  'lead.see': everybody,
  'lead.create': working,
  'lead.edit': selling,
  'deal.see': everybody,
  'deal.create': selling,
  'deal.edit': working,
  'deal.delete': ['head'],
  'pipeline.edit': ['head'],
  'product.see': everybody,
  'product.edit': ['head'],
  'task.see': everybody,
  'task.edit': working,
  'task.seeAll': ['head'],
  'notice.see': everybody,
  'automation.see': everybody,
  'automation.edit': ['head'],
  'document.see': everybody,
  'document.create': selling,
  'documentTemplate.edit': ['head'],
  'payment.see': everybody,
  'payment.create': selling,
  'call.create': working,
  'report.see': ['head', 'readOnly'],
  'branch.manage': [],
  'branch.moveClients': ['head'],
  'sync.run': working,
  'sync.manage': [],
  'conflict.resolve': selling,
} as const satisfies Readonly<Record<string, readonly Exclude<Role, 'owner'>[]>>;

export type Permission = keyof typeof grants;
export const permissions = Object.keys(grants) as readonly Permission[];
export const permissionSchema = z.enum(permissions);

/** What somebody of this role may do; the owner may do everything. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set(permissions.filter((permission) => role === 'owner' || (grants[permission] as readonly Role[]).includes(role)));
}

/** Who acts: a person of the shop with what her role allows, or the program itself. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** Names the person who acts, by id, on a call over HTTP or a message port. */
export const actorHeader = 'x-cartera-user';
/** The id under which the program itself acts, by the clock or by a rule. */
export const systemUserId = 'cartera';
