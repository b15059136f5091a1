import { z } from 'zod';

/** How far a right goes: nothing, what is one's own, one's team's, one's branch's, or everything. */
export const reaches = ['none', 'own', 'team', 'branch', 'all'] as const;
export const reachSchema = z.enum(reaches);
export type Reach = z.infer<typeof reachSchema>;

/** What has rights of its own, and which there are. Whatever hangs on a client or a deal is seen with it. */
export const actionsOf = {
  client: ['see', 'edit', 'delete', 'export'],
  lead: ['see', 'edit'],
  deal: ['see', 'edit', 'delete'],
  task: ['see', 'edit'],
} as const;
export type Governed = keyof typeof actionsOf;
export type GovernedAction = 'see' | 'edit' | 'delete' | 'export';
export const governed = Object.keys(actionsOf) as readonly Governed[];

const objectsSchema = z.object({
  client: z.object({ see: reachSchema, edit: reachSchema, delete: reachSchema, export: reachSchema }),
  lead: z.object({ see: reachSchema, edit: reachSchema }),
  deal: z.object({ see: reachSchema, edit: reachSchema, delete: reachSchema }),
  task: z.object({ see: reachSchema, edit: reachSchema }),
});

/** What can be hidden from somebody or closed to changes. Prices, payments and documents go with the money of deals. */
export const fieldGroups = [
  'phones',
  'emails',
  'addresses',
  'messengers',
  'birthday',
  'taxId',
  'notes',
  'source',
  'dealMoney',
  'dealNotes',
] as const;
export type FieldGroup = (typeof fieldGroups)[number];
/** A custom field is `custom:` and its key. */
export const fieldNameSchema = z.union([z.enum(fieldGroups), z.string().regex(/^custom:.{1,120}$/u)]);

export const restrictions = ['hide', 'readOnly'] as const;
const restrictionSchema = z.enum(restrictions);
export type Restriction = z.infer<typeof restrictionSchema>;

export const rightsSchema = z.object({
  objects: objectsSchema,
  /** Whether clients marked as key ones, and all that hangs on them, are seen when they aren't one's own. */
  keyClients: z.boolean(),
  fields: z.record(fieldNameSchema, restrictionSchema),
  /** By the id of a stage of a pipeline: its deals aren't seen, or only seen. */
  stages: z.record(z.string().min(1).max(64), restrictionSchema),
  /** Operations besides those on objects; one that is no longer known is passed over. */
  operations: z.array(z.string().max(60)).max(200),
});
export type Rights = z.infer<typeof rightsSchema>;

/** Says whether rights leave anything out of sight, or anything in sight closed, record by record. */
export function isLimited({ objects, keyClients, fields, stages }: Rights): boolean {
  const { client, lead, deal, task } = objects;
  const isWhole = (reach: Reach) => reach === 'all' || reach === 'none';
  return (
    !keyClients ||
    Object.keys(fields).length > 0 ||
    Object.keys(stages).length > 0 ||
    [client.see, lead.see, deal.see, task.see].some((reach) => reach !== 'all') ||
    ![client.edit, client.delete, client.export, lead.edit, deal.edit, deal.delete, task.edit].every(isWhole)
  );
}

/** A record as far as rights ask about it. */
export interface Held {
  readonly ownerIds: readonly (string | null)[];
  readonly branchId: string | null;
}

/** Who asks, and the people whose things are a team's. */
export interface Holder {
  readonly userId: string;
  readonly teamIds: readonly string[];
  readonly branchId: string | null;
}

/** Says whether a right that reaches so far reaches a record. */
export function covers(reach: Reach, { ownerIds, branchId }: Held, { userId, teamIds, branchId: ownBranch }: Holder): boolean {
  const isOf = (people: readonly string[]) => ownerIds.some((id) => id !== null && people.includes(id));
  switch (reach) {
    case 'all':
      return true;
    case 'none':
      return false;
    case 'own':
      return isOf([userId]);
    case 'team':
      return isOf(teamIds);
    case 'branch':
      return branchId === ownBranch || isOf(teamIds);
  }
}
