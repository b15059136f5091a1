import { z } from 'zod';
import { byIdSchema, declare, idSchema, notFound, pageSchema, refused } from '#shared/procedure.ts';

/** How this copy stands with head office. `synced` is said only where both were found to be the same. */
export const syncStates = ['alone', 'synced', 'waiting', 'syncing', 'unreachable', 'byFile', 'trouble', 'revoked'] as const;

export const syncStatusSchema = z.object({
  state: z.enum(syncStates),
  role: z.enum(['alone', 'office', 'branch']),
  companyName: z.string(),
  /** Null at head office. */
  branchId: z.string().nullable(),
  branchName: z.string().nullable(),
  computerName: z.string(),
  isMain: z.boolean(),
  /** When this copy and head office were last the same. */
  equalAt: z.number().nullable(),
  /** When head office was last heard of, by the network or a file. */
  heardAt: z.number().nullable(),
  /** Changes that head office hasn't got. */
  waiting: z.number().int(),
  /** Changes that head office refused. */
  refused: z.number().int(),
  /** Records that can't be shown yet. */
  aside: z.number().int(),
  openConflicts: z.number().int(),
  /** While it is under way: records done of those known to be coming; null when it isn't. */
  progress: z.object({ done: z.number().int(), total: z.number().int().nullable() }).nullable(),
  /** Why the last try failed; a stable code. */
  trouble: z.string().nullable(),
  addresses: z.array(z.string()),
  automatic: z.boolean(),
  intervalSeconds: z.number().int(),
  /** The service, such as "OneDrive", that copies the data folder behind the program's back: that loses work. Left out where none does. */
  cloudService: z.string().optional(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

export const refusedChangeSchema = z.object({
  id: idSchema,
  recordType: z.string(),
  recordId: z.string(),
  title: z.string(),
  code: z.string(),
  at: z.number(),
  fields: z.array(z.object({ field: z.string(), value: z.unknown() })),
});

export type RefusedChange = z.infer<typeof refusedChangeSchema>;

export const bundleReportSchema = z.object({
  from: z.string(),
  /** At head office: the computer it came from, for which an answer is made. */
  fromId: idSchema.optional(),
  madeAt: z.number(),
  /** Changes that were new here; 0 when all of it was known. */
  applied: z.number().int(),
  /** What has to come before this one can be taken: the batches by number, and whose they are. */
  missing: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
  /** An answer for the one who sent it, to be carried back, where there is one. */
  hasAnswer: z.boolean(),
});
export type BundleReport = z.infer<typeof bundleReportSchema>;

const bundleFaults = {
  BUNDLE_REFUSED: {
    status: 422,
    data: z.object({
      code: z.enum(['notABundle', 'truncated', 'tampered', 'otherCompany', 'otherReceiver', 'newer', 'revoked', 'unknownSender']),
    }),
  },
} as const;

/** Why this computer could not join. */
export const joinRefusals = [
  'wrongCode',
  'expired',
  'used',
  'unreachable',
  'notHeadOffice',
  'alreadyJoined',
  'hasData',
  'wrongPassphrase',
  'notABranchFile',
  'damaged',
  'newer',
  'tooMany',
] as const;

const joinFaults = { JOIN_REFUSED: { status: 422, data: z.object({ code: z.enum(joinRefusals) }) } } as const;

const tags = ['Sync'];
const noInput = z.object({});

export const syncContract = {
  status: declare('settings.see')
    .route({ method: 'GET', path: '/sync', operationId: 'getSyncStatus', tags, summary: 'How this copy stands with head office' })
    .output(syncStatusSchema),
  /** Begins at once; `status` tells how it goes on. */
  now: declare('sync.run')
    .route({ method: 'POST', path: '/sync', operationId: 'syncNow', tags, summary: 'Exchange changes now' })
    .input(noInput)
    .output(syncStatusSchema),
  update: declare('sync.manage')
    .route({ method: 'PATCH', path: '/sync', operationId: 'updateSync', tags, summary: 'How changes are exchanged' })
    .errors(refused)
    .input(
      z.object({
        addresses: z.array(z.string().trim().max(300)).max(10).optional(),
        automatic: z.boolean().optional(),
        intervalSeconds: z.number().int().min(5).max(86_400).optional(),
      }),
    )
    .output(syncStatusSchema),
  /** Makes this copy a computer of a company by a code from head office, typed or as a link. */
  join: declare('sync.manage')
    .route({ method: 'POST', path: '/sync/join', operationId: 'joinCompany', tags, summary: 'Join head office with a code' })
    .errors(joinFaults)
    .input(
      z.object({
        code: z.string().trim().min(1).max(2000),
        /** Needed for a code without its link. */
        address: z.string().trim().max(300).optional(),
        computerName: z.string().trim().min(1).max(120),
      }),
    )
    .output(syncStatusSchema),
  /** The same from a branch file; works with no network at all. */
  openBranchFile: declare('sync.manage')
    .route({
      method: 'POST',
      path: '/sync/branch-file',
      operationId: 'openBranchFile',
      tags,
      summary: 'Begin from a branch file',
    })
    .errors(joinFaults)
    .input(z.object({ file: z.file(), passphrase: z.string().min(1).max(200) }))
    .output(syncStatusSchema),
  /** A file for head office with all that it hasn't got; at head office with `deviceId`, one for that computer. */
  exportBundle: declare('sync.run')
    .route({ method: 'POST', path: '/sync/bundle', operationId: 'exportBundle', tags, summary: 'Changes as a file' })
    .errors({ ...notFound, NOT_JOINED: { status: 409 }, OFFICE_UNREACHABLE: { status: 503 } })
    .input(z.object({ deviceId: idSchema.optional() }))
    .output(z.file()),
  importBundle: declare('sync.run')
    .route({
      method: 'POST',
      path: '/sync/bundle/import',
      operationId: 'importBundle',
      tags,
      summary: 'Take in a file of changes',
    })
    .errors({ ...bundleFaults, NOT_JOINED: { status: 409 }, OFFICE_UNREACHABLE: { status: 503 } })
    .input(z.object({ file: z.file() }))
    .output(bundleReportSchema),
  refusedChanges: declare('settings.see')
    .route({ method: 'GET', path: '/sync/refused', operationId: 'listRefusedChanges', tags, summary: 'What head office refused' })
    .input(pageSchema)
    .output(z.object({ changes: z.array(refusedChangeSchema), total: z.number().int() })),
  resend: declare('sync.run')
    .route({
      method: 'POST',
      path: '/sync/refused/{id}/resend',
      operationId: 'resendChange',
      tags,
      summary: 'Send a refused change again',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(byIdSchema),
  dropRefused: declare('sync.run')
    .route({
      method: 'DELETE',
      path: '/sync/refused/{id}',
      operationId: 'dropRefusedChange',
      tags,
      summary: 'Drop a refused change',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(byIdSchema),
};
