import { z } from 'zod';
import { permissionSchema } from '#shared/people/permission.ts';
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

export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  permissions: z.array(permissionSchema),
});

export type Me = z.infer<typeof meSchema>;

const tags = ['People'];
/** A shop always has an owner who works there. */
const lastOwner = { LAST_OWNER: { status: 409, data: z.object({ id: z.string() }) } } as const;

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
};
