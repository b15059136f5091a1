import { z } from 'zod';

/** What somebody is in the shop; `permission.ts` says what each may do. */
export const roles = ['owner', 'head', 'seller', 'specialist', 'readOnly'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;
