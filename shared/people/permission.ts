import { z } from 'zod';
import type { Holder, Rights } from '#shared/people/rights.ts';

/** The roles every shop begins with, those with most to say first. */
export const builtInRoles = ['owner', 'head', 'seller', 'newcomer', 'specialist', 'bookkeeper', 'readOnly'] as const;
export type BuiltInRole = (typeof builtInRoles)[number];

const everybody = ['head', 'seller', 'newcomer', 'specialist', 'bookkeeper', 'readOnly'] as const;
const working = ['head', 'seller', 'newcomer', 'specialist', 'bookkeeper'] as const;
const selling = ['head', 'seller', 'newcomer'] as const;

/** What the rights on an object allow, as far as they reach anything. */
export const permissionsOnObjects = {
  client: { see: 'party.see', edit: 'party.edit', delete: 'party.delete', export: 'party.export' },
  lead: { see: 'lead.see', edit: 'lead.edit' },
  deal: { see: 'deal.see', edit: 'deal.edit', delete: 'deal.delete' },
  task: { see: 'task.see', edit: 'task.edit' },
} as const;
type OnObjects = typeof permissionsOnObjects;
type ObjectPermission = { [Name in keyof OnObjects]: OnObjects[Name][keyof OnObjects[Name]] }[keyof OnObjects];

/**
 * What else an actor may be allowed to do, and who besides the owner is, as delivered: a new operation has to say it here.
 * Every procedure of the contract names the permission it needs; a procedure that names none doesn't build.
 */
const grants = {
  'party.create': selling,
  'party.import': ['head'],
  'party.markKey': ['head'],
  'activity.edit': working,
  'file.attach': working,
  'history.see': everybody,
  'history.undo': ['head', 'seller', 'specialist'],
  'settings.see': everybody,
  'settings.edit': ['head'],
  'archive.restore': ['head'],
  'demo.create': ['head'],
  'customField.edit': ['head'],
  'callScript.edit': ['head'],
  'apiKey.manage': [],
  'people.see': everybody,
  'people.manage': [],
  'role.manage': [],
  'lead.create': ['head', 'seller', 'newcomer', 'specialist'],
  'deal.create': selling,
  'pipeline.edit': ['head'],
  'product.see': everybody,
  'product.edit': ['head'],
  'task.seeAll': ['head'],
  'notice.see': everybody,
  'automation.see': everybody,
  'automation.edit': ['head'],
  'document.see': everybody,
  'document.create': [...selling, 'bookkeeper'],
  'documentTemplate.edit': ['head'],
  'payment.see': everybody,
  'payment.create': [...selling, 'bookkeeper'],
  'call.create': ['head', 'seller', 'newcomer', 'specialist'],
  'report.see': ['head', 'bookkeeper', 'readOnly'],
  'encryption.manage': [],
  'branch.manage': [],
  'branch.moveClients': ['head'],
  'sync.run': working,
  'sync.manage': [],
  'conflict.resolve': ['head', 'seller'],
  'audit.see': [],
  'privacy.manage': ['head'],
  'consent.edit': selling,
  'backup.run': ['head'],
  'backup.restore': [],
} as const satisfies Readonly<Record<string, readonly Exclude<BuiltInRole, 'owner'>[]>>;

/** What no role can be given: with it one could take everything else. */
const ownersAlone = [
  'people.manage',
  'role.manage',
  'apiKey.manage',
  'branch.manage',
  'sync.manage',
  'audit.see',
  'encryption.manage',
  'backup.restore',
] as const satisfies readonly (keyof typeof grants)[];

export type Operation = keyof typeof grants;
/** What can be given to a role. */
export type GivenOperation = Exclude<Operation, (typeof ownersAlone)[number]>;
export const operations = Object.keys(grants) as readonly Operation[];

/** What nobody can be refused, and no role says: to say who one is (before anybody has, too), and what concerns oneself alone. */
const ofEverybody = ['session.begin', 'session.own'] as const;

export type Permission = ObjectPermission | Operation | (typeof ofEverybody)[number];
export const permissions: readonly Permission[] = [
  ...ofEverybody,
  ...Object.values(permissionsOnObjects).flatMap((actions) => Object.values(actions) as ObjectPermission[]),
  ...operations,
];
export const permissionSchema = z.enum(permissions);

function isOwnersAlone(operation: Operation): boolean {
  return (ownersAlone as readonly Operation[]).includes(operation);
}

/** The operations a built-in role has as delivered. */
export function operationsOf(role: Exclude<BuiltInRole, 'owner'>): Operation[] {
  return operations.filter((operation) => (grants[operation] as readonly BuiltInRole[]).includes(role));
}

/** What rights allow at all, whatever they reach. */
export function permissionsOf({ objects, operations: allowed }: Rights): ReadonlySet<Permission> {
  const onObjects = Object.entries(permissionsOnObjects).flatMap(([object, actions]) => {
    const reaches: Readonly<Record<string, string>> = objects[object as keyof OnObjects];
    return Object.entries(actions).flatMap(([action, permission]) =>
      reaches[action] === 'none' ? [] : [permission as ObjectPermission],
    );
  });
  return new Set<Permission>([
    ...ofEverybody,
    ...onObjects,
    ...operations.filter((operation) => allowed.includes(operation) && !isOwnersAlone(operation)),
  ]);
}

/** Who acts: a person of the shop with what her role allows, or the program itself. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  /** What keeps some records or fields from her; null where nothing does. */
  readonly limits: Limits | null;
  /** Only looks how somebody else sees the program: nothing is written. */
  readonly isWatching?: true;
}

/** Rights that don't reach everything, and whose. Goes to other threads as it is. */
export interface Limits extends Holder {
  readonly rights: Rights;
}

/** Names the person who acts, by id, on a call over HTTP or a message port. */
export const actorHeader = 'x-cartera-user';
/** Names the person whose eyes an owner looks through, by id; nothing can be written meanwhile. */
export const seeAsHeader = 'x-cartera-see-as';
/** Said instead of a permission where something is refused because whoever calls only looks through another's eyes. */
export const watchingCode = 'people.seeAs';

/** Says whether a permission is one to look at things, so that it holds for who looks through another's eyes. */
export function isToSee(permission: Permission): boolean {
  return /\.see(All)?$|^session\./.test(permission);
}
/** The id under which the program itself acts, by the clock or by a rule. */
export const systemUserId = 'cartera';
