import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Permission } from '#shared/people/permission.ts';

/** What each procedure declares besides its input, output and errors. */
export interface ProcedureMeta {
  readonly permission?: Permission;
}

/** What of an input isn't as the procedure asks: where, as a path of keys, and why. */
const inputIssueSchema = z.object({
  path: z.array(z.union([z.string(), z.number()])).default([]),
  code: z.string().optional(),
  message: z.string(),
});

const unknownUserSchema = z.object({ userId: z.string(), isArchived: z.boolean() });
export type UnknownUser = z.infer<typeof unknownUserSchema>;

/** Why a call isn't answered before somebody has said who they are, or with the key it came with. */
const entryFaultSchema = z.enum(['sessionNeeded', 'sessionLocked', 'keyUnknown', 'keyExpired']);
export type EntryFault = z.infer<typeof entryFaultSchema>;

const base = oc.$meta<ProcedureMeta>({}).errors({
  BAD_REQUEST: { status: 400, data: z.object({ issues: z.array(inputIssueSchema) }).optional() },
  UNAUTHORIZED: { status: 401, data: z.object({ code: entryFaultSchema }).optional() },
  FORBIDDEN: { status: 403, data: z.object({ permission: z.string() }) },
  /** Whoever the call names as acting isn't in this shop, or left it. */
  UNKNOWN_USER: { status: 403, data: unknownUserSchema },
});

/**
 * Starts the declaration of a procedure that only those with the permission may call.
 * @example declare('party.see').route({ method: 'GET', path: '/contacts/{id}' }).input(...).output(...)
 */
export function declare(permission: Permission) {
  return base.meta({ permission });
}

export const idSchema = z.string().min(1).max(64);
export const byIdSchema = z.object({ id: idSchema });

/** Errors several features share; codes are stable and translated where they are shown. */
export const notFound = { NOT_FOUND: { status: 404, data: z.object({ id: z.string() }) } } as const;
/** The input is of the right shape, but can't be kept; `field` names the input's field, `code` says why. */
export const refused = {
  REFUSED: { status: 422, data: z.object({ field: z.string(), code: z.string(), value: z.string().optional() }) },
} as const;

/** A page asked for by position. */
export const pageSchema = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
