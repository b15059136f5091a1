import { z } from 'zod';
import { customFieldOwnerSchema, customFieldTypeSchema } from '#shared/custom-field/types.ts';
import { byIdSchema, declare, notFound, refused } from '#shared/procedure.ts';

const shape = {
  /** The words shown to people. */
  label: z.string().trim().min(1).max(120),
  type: customFieldTypeSchema,
  /** Choices of a "choice" or "multiChoice" field. */
  options: z.array(z.string().trim().min(1).max(200)).max(500),
  /** Whose card it stands on; null for contacts' and companies' both. */
  partyType: customFieldOwnerSchema.nullable(),
  position: z.number().int(),
};

/** `key` is what records keep the value under; it never changes. */
export const customFieldSchema = z.object({ ...shape, id: z.string(), key: z.string() });
export type CustomField = z.infer<typeof customFieldSchema>;

const tags = ['Custom fields'];

export const customFieldContract = {
  list: declare('party.see')
    .route({
      method: 'GET',
      path: '/custom-fields',
      operationId: 'listCustomFields',
      tags,
      summary: 'All custom fields, in order',
    })
    .output(z.array(customFieldSchema)),
  create: declare('customField.edit')
    .route({
      method: 'POST',
      path: '/custom-fields',
      operationId: 'createCustomField',
      tags,
      summary: 'Add a custom field',
      successStatus: 201,
    })
    .errors(refused)
    .input(z.object(shape).partial({ options: true, partyType: true, position: true }))
    .output(customFieldSchema),
  update: declare('customField.edit')
    .route({
      method: 'PATCH',
      path: '/custom-fields/{id}',
      operationId: 'updateCustomField',
      tags,
      summary: 'Change a custom field',
    })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend(z.object(shape).omit({ type: true }).partial().shape))
    .output(customFieldSchema),
  /** The values already kept stay in the records, and come back with an undo. */
  delete: declare('customField.edit')
    .route({
      method: 'DELETE',
      path: '/custom-fields/{id}',
      operationId: 'deleteCustomField',
      tags,
      summary: 'Take a custom field away',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ actId: z.string() })),
};
