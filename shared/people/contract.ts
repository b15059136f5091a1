import { z } from 'zod';
import { permissionSchema } from '#shared/people/permission.ts';
import { rightsSchema } from '#shared/people/rights.ts';
import { roleSchema } from '#shared/people/role.ts';
import { byIdSchema, declare, idSchema, notFound, refused } from '#shared/procedure.ts';
import { workingHoursSchema } from '#shared/time/working-hours.ts';

const personShape = {
  name: z.string().trim().min(1).max(120),
  role: roleSchema,
  /** Whom overdue tasks go to; null is the owner. */
  headId: idSchema.nullable(),
  phone: z.string().trim().max(100),
  email: z.string().trim().max(254),
  branchId: idSchema.nullable(),
  teamId: idSchema.nullable(),
  /** An IANA name such as "Europe/Athens"; empty is the shop's. */
  timeZone: z.string().trim().max(60),
  /** Null is the shop's. */
  workingHours: workingHoursSchema.nullable(),
};
const { name, role, ...others } = personShape;
const personInputSchema = z.object({ name, role, ...z.object(others).partial().shape });

export const personSchema = z.object({
  ...personShape,
  id: z.string(),
  /** Empty for the owner until she has said it. */
  name: z.string(),
  createdAt: z.number(),
  /** When they left; null while they work here. */
  archivedAt: z.number().nullable(),
});
export type Person = z.infer<typeof personSchema>;

export const roleRowSchema = z.object({
  id: z.string(),
  /** Empty for one of those every shop has. */
  name: z.string(),
  rights: rightsSchema,
  createdAt: z.number(),
  /** When it was given up; nobody can be given it any more. */
  archivedAt: z.number().nullable(),
});
export type RoleRow = z.infer<typeof roleRowSchema>;

export const teamSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.number(),
  archivedAt: z.number().nullable(),
});
export type Team = z.infer<typeof teamSchema>;

export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  permissions: z.array(permissionSchema),
  branchId: z.string().nullable(),
  /** The people whose things are the team's; oneself at least. */
  teamIds: z.array(z.string()),
  /** What of it doesn't reach everything; null where all of it does. */
  rights: rightsSchema.nullable(),
  /** Only looks how somebody else sees the program. */
  isWatching: z.boolean(),
});

export type Me = z.infer<typeof meSchema>;

const tags = ['People'];
/** A shop always has an owner who works there. */
const lastOwner = { LAST_OWNER: { status: 409, data: z.object({ id: z.string() }) } } as const;

/** A role as it is told: the built-in ones too, changed or not. */
export const roleReadSchema = roleRowSchema.omit({ createdAt: true }).extend({
  isBuiltIn: z.boolean(),
  /** Of a built-in one: it isn't as delivered any more. */
  isChanged: z.boolean(),
  /** How many people who work here have it. */
  people: z.number().int(),
});
export type RoleRead = z.infer<typeof roleReadSchema>;

const roleInput = z.object({ name: z.string().trim().min(1).max(80), rights: rightsSchema });
const inUse = { IN_USE: { status: 409, data: z.object({ id: z.string(), people: z.number().int() }) } } as const;

export const peopleContract = {
  /** Who works here first, by name, then those who left. */
  list: declare('people.see')
    .route({ method: 'GET', path: '/people', operationId: 'listPeople', tags, summary: 'The people of the shop' })
    .output(z.array(personSchema)),
  me: declare('people.see')
    .route({ method: 'GET', path: '/people/me', operationId: 'getMe', tags, summary: 'Who acts, and what they may do' })
    .output(meSchema),
  create: declare('people.manage')
    .route({
      method: 'POST',
      path: '/people',
      operationId: 'createPerson',
      tags,
      summary: 'Add a person to the shop',
      successStatus: 201,
    })
    .errors(refused)
    .input(personInputSchema)
    .output(personSchema),
  update: declare('people.manage')
    .route({ method: 'PATCH', path: '/people/{id}', operationId: 'updatePerson', tags, summary: 'Change a person of the shop' })
    .errors({ ...notFound, ...refused, ...lastOwner })
    .input(byIdSchema.extend(personInputSchema.partial().shape))
    .output(personSchema),
  /** Nobody is deleted: what they did stays under their name. */
  archive: declare('people.manage')
    .route({
      method: 'POST',
      path: '/people/{id}/archive',
      operationId: 'archivePerson',
      tags,
      summary: 'Somebody works here no more',
    })
    .errors({ ...notFound, ...refused, ...lastOwner })
    .input(byIdSchema)
    .output(personSchema),
  restore: declare('people.manage')
    .route({
      method: 'POST',
      path: '/people/{id}/restore',
      operationId: 'restorePerson',
      tags,
      summary: 'Somebody works here again',
    })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema)
    .output(personSchema),
  /** The built-in roles, then the shop's own by name. */
  roles: declare('people.see')
    .route({ method: 'GET', path: '/roles', operationId: 'listRoles', tags, summary: 'The roles people may have' })
    .output(z.array(roleReadSchema)),
  createRole: declare('role.manage')
    .route({
      method: 'POST',
      path: '/roles',
      operationId: 'createRole',
      tags,
      summary: 'Add a role of your own',
      successStatus: 201,
    })
    .errors(refused)
    .input(roleInput)
    .output(roleReadSchema),
  /** Also one of those every shop has, but the owner's; their names stay. */
  updateRole: declare('role.manage')
    .route({ method: 'PATCH', path: '/roles/{id}', operationId: 'updateRole', tags, summary: 'Change a role' })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend(roleInput.partial().shape))
    .output(roleReadSchema),
  /** A built-in one becomes again as it was delivered; one of the shop's own can't be given any more. */
  removeRole: declare('role.manage')
    .route({ method: 'DELETE', path: '/roles/{id}', operationId: 'removeRole', tags, summary: 'Give a role up' })
    .errors({ ...notFound, ...inUse })
    .input(byIdSchema)
    .output(z.object({ id: z.string() })),
  teams: declare('people.see')
    .route({ method: 'GET', path: '/teams', operationId: 'listTeams', tags, summary: 'The teams people are in' })
    .output(z.array(teamSchema)),
  createTeam: declare('role.manage')
    .route({ method: 'POST', path: '/teams', operationId: 'createTeam', tags, summary: 'Add a team', successStatus: 201 })
    .input(teamSchema.pick({ name: true }).extend({ name: z.string().trim().min(1).max(80) }))
    .output(teamSchema),
  updateTeam: declare('role.manage')
    .route({ method: 'PATCH', path: '/teams/{id}', operationId: 'updateTeam', tags, summary: 'Rename a team' })
    .errors(notFound)
    .input(byIdSchema.extend({ name: z.string().trim().min(1).max(80) }))
    .output(teamSchema),
  /** Whoever was in it is in none. */
  removeTeam: declare('role.manage')
    .route({ method: 'DELETE', path: '/teams/{id}', operationId: 'removeTeam', tags, summary: 'Give a team up' })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ id: z.string() })),
};
