import { z } from 'zod';
import { declare } from '#shared/procedure.ts';

export const demoContract = {
  /**
   * Adds invented people and companies, as one act that can be undone; with `sales` also the products of the shop's trade,
   * deals, tasks, calls, quotes, payments and requests, in its language.
   */
  create: declare('demo.create')
    .route({
      method: 'POST',
      path: '/demo',
      operationId: 'createDemo',
      tags: ['Demo data'],
      summary: 'Add invented people, and sales, to try things out',
    })
    .input(z.object({ contacts: z.number().int().min(1).max(100_000).default(200), sales: z.boolean().default(false) }))
    .output(
      z.object({
        actId: z.string(),
        contacts: z.number().int(),
        companies: z.number().int(),
        deals: z.number().int(),
        leads: z.number().int(),
      }),
    ),
};
