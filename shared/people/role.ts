import { z } from 'zod';
import { builtInRoles, operationsOf } from '#shared/people/permission.ts';
import type { BuiltInRole } from '#shared/people/permission.ts';
import type { Reach, Rights } from '#shared/people/rights.ts';

export { builtInRoles };
export type { BuiltInRole };

/** What somebody is in the shop: a built-in role, or the id of one of the shop's own. */
export const roleSchema = z.string().min(1).max(64);
export type Role = z.infer<typeof roleSchema>;

export function isBuiltIn(role: Role): role is BuiltInRole {
  return (builtInRoles as readonly string[]).includes(role);
}

/** Reaches in the order see, edit, delete, export, as far as an object has them. */
interface Reaches {
  readonly client: readonly [Reach, Reach, Reach, Reach];
  readonly lead: readonly [Reach, Reach];
  readonly deal: readonly [Reach, Reach, Reach];
  readonly task: readonly [Reach, Reach];
}

const reachesOf: Readonly<Record<Exclude<BuiltInRole, 'owner'>, Reaches>> = {
  head: { client: ['all', 'all', 'all', 'all'], lead: ['all', 'all'], deal: ['all', 'all', 'all'], task: ['all', 'all'] },
  seller: { client: ['all', 'all', 'none', 'none'], lead: ['all', 'all'], deal: ['all', 'all', 'none'], task: ['all', 'all'] },
  newcomer: { client: ['all', 'own', 'none', 'none'], lead: ['all', 'all'], deal: ['all', 'own', 'none'], task: ['own', 'own'] },
  specialist: {
    client: ['all', 'none', 'none', 'none'],
    lead: ['all', 'none'],
    deal: ['all', 'all', 'none'],
    task: ['all', 'all'],
  },
  bookkeeper: {
    client: ['all', 'none', 'none', 'none'],
    lead: ['all', 'none'],
    deal: ['all', 'none', 'none'],
    task: ['all', 'all'],
  },
  readOnly: {
    client: ['all', 'none', 'none', 'none'],
    lead: ['all', 'none'],
    deal: ['all', 'none', 'none'],
    task: ['all', 'none'],
  },
};

/** What a role every shop has may do as long as the shop hasn't changed it. */
export function builtInRights(role: Exclude<BuiltInRole, 'owner'>): Rights {
  const { client, lead, deal, task } = reachesOf[role];
  return {
    objects: {
      client: { see: client[0], edit: client[1], delete: client[2], export: client[3] },
      lead: { see: lead[0], edit: lead[1] },
      deal: { see: deal[0], edit: deal[1], delete: deal[2] },
      task: { see: task[0], edit: task[1] },
    },
    keyClients: role !== 'newcomer',
    fields: {},
    stages: {},
    operations: operationsOf(role),
  };
}
