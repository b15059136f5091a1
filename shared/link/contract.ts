import { z } from 'zod';
import { byIdSchema, declare, idSchema, notFound, refused } from '#shared/procedure.ts';

const role = z.string().trim().max(120);

/** That a contact has to do with a company, and as what: "accountant", "storekeeper"... Many to many. */
export const linkSchema = z.object({
  id: z.string(),
  contactId: z.string(),
  contactTitle: z.string(),
  companyId: z.string(),
  companyTitle: z.string(),
  role,
});
export type Link = z.infer<typeof linkSchema>;

const tags = ['Links'];

export const linkContract = {
  ofParty: declare('party.see')
    .route({
      method: 'GET',
      path: '/parties/{id}/links',
      operationId: 'listLinks',
      tags,
      summary: "A contact's companies, or a company's contacts",
    })
    .input(byIdSchema)
    .output(z.array(linkSchema)),
  create: declare('party.edit')
    .route({
      method: 'POST',
      path: '/links',
      operationId: 'createLink',
      tags,
      summary: 'Link a contact to a company',
      successStatus: 201,
    })
    .errors({ ...notFound, ...refused })
    .input(z.object({ contactId: idSchema, companyId: idSchema, role: role.default('') }))
    .output(linkSchema),
  update: declare('party.edit')
    .route({ method: 'PATCH', path: '/links/{id}', operationId: 'updateLink', tags, summary: 'Change the role' })
    .errors(notFound)
    .input(byIdSchema.extend({ role }))
    .output(linkSchema),
  delete: declare('party.edit')
    .route({ method: 'DELETE', path: '/links/{id}', operationId: 'deleteLink', tags, summary: 'Take a link away' })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ actId: z.string() })),
};
