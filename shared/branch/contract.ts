import { z } from 'zod';
import { branchSchema } from '#shared/branch/branch.ts';
import { byIdSchema, declare, idSchema, notFound, refused } from '#shared/procedure.ts';
import { bringsSchema, overviewSchema, usualPort } from '#shared/sync/office-protocol.ts';

/** What a branch is made of when it is added. */
const newBranchSchema = branchSchema.pick({ name: true, address: true, phone: true }).partial({ address: true, phone: true });

/** Head office can't be asked, or this computer isn't one of its own. */
export const officeErrors = {
  OFFICE_UNREACHABLE: { status: 503 },
  NOT_OFFICE: { status: 409 },
} as const;

const inviteState = z.enum(['open', 'used', 'expired', 'cancelled']);
export const inviteViewSchema = z.object({
  id: idSchema,
  branchId: idSchema.nullable(),
  branchName: z.string().nullable(),
  name: z.string(),
  brings: bringsSchema,
  createdAt: z.number(),
  expiresAt: z.number(),
  state: inviteState,
});

export const quarantinedViewSchema = z.object({
  id: idSchema,
  deviceName: z.string(),
  branchName: z.string().nullable(),
  at: z.number(),
  /** Why it wasn't taken. */
  code: z.string(),
  recordType: z.string(),
  recordId: z.string(),
  fields: z.array(z.string()),
  by: z.string(),
});

/** How the program that branches talk to runs on this computer. */
export const hubStatusSchema = z.object({
  /** Whether this computer is it at all; head office may run elsewhere. */
  isHere: z.boolean(),
  isRunning: z.boolean(),
  port: z.number().int(),
  /** Where branches reach it: "http://192.168.1.10:4900". */
  addresses: z.array(z.string()),
  /** Why it doesn't run though it should; stable codes such as "portTaken". */
  trouble: z.string().nullable(),
});

const tags = ['Branches'];

export const branchContract = {
  list: declare('people.see')
    .route({ method: 'GET', path: '/branches', operationId: 'listBranches', tags, summary: 'Branches' })
    .output(z.array(branchSchema)),
  create: declare('branch.manage')
    .route({ method: 'POST', path: '/branches', operationId: 'createBranch', tags, summary: 'Add a branch', successStatus: 201 })
    .errors({ ...refused, ...officeErrors })
    .input(newBranchSchema)
    .output(branchSchema),
  update: declare('branch.manage')
    .route({ method: 'PATCH', path: '/branches/{id}', operationId: 'updateBranch', tags, summary: 'Change a branch' })
    .errors({ ...notFound, ...refused, ...officeErrors })
    .input(byIdSchema.extend(newBranchSchema.partial().shape))
    .output(branchSchema),
  /** It stays in what was done there; its computers are refused from then on. */
  archive: declare('branch.manage')
    .route({ method: 'POST', path: '/branches/{id}/archive', operationId: 'archiveBranch', tags, summary: 'Close a branch' })
    .errors({ ...notFound, ...officeErrors })
    .input(byIdSchema)
    .output(branchSchema),
  restore: declare('branch.manage')
    .route({ method: 'POST', path: '/branches/{id}/restore', operationId: 'restoreBranch', tags, summary: 'Open a branch again' })
    .errors({ ...notFound, ...officeErrors })
    .input(byIdSchema)
    .output(branchSchema),
  /** Computers of every branch with when they were last heard of, what waits, what isn't right. */
  overview: declare('branch.manage')
    .route({
      method: 'GET',
      path: '/branches/overview',
      operationId: 'getBranchOverview',
      tags,
      summary: 'How branches are doing',
    })
    .errors(officeErrors)
    .input(z.object({ lateAfterDays: z.coerce.number().min(0).max(3650).default(2) }))
    .output(overviewSchema),
  invite: declare('branch.manage')
    .route({
      method: 'POST',
      path: '/branches/invites',
      operationId: 'inviteComputer',
      tags,
      summary: 'A code for a new computer',
    })
    .errors({ ...notFound, ...officeErrors })
    /** `branchId` null is another computer of head office. */
    .input(
      z.object({
        branchId: idSchema.nullable(),
        name: z.string().trim().min(1).max(120),
        brings: bringsSchema.default('nothing'),
        validHours: z.number().min(1).max(720).default(72),
      }),
    )
    .output(z.object({ id: idSchema, code: z.string(), link: z.string(), expiresAt: z.number() })),
  invites: declare('branch.manage')
    .route({ method: 'GET', path: '/branches/invites', operationId: 'listInvites', tags, summary: 'Codes given out' })
    .errors(officeErrors)
    .output(z.array(inviteViewSchema)),
  cancelInvite: declare('branch.manage')
    .route({ method: 'DELETE', path: '/branches/invites/{id}', operationId: 'cancelInvite', tags, summary: 'Make a code void' })
    .errors({ ...notFound, ...officeErrors })
    .input(byIdSchema)
    .output(byIdSchema),
  /** One encrypted file from which a new computer begins: settings, people, rights and the branch's data. */
  makeFile: declare('branch.manage')
    .route({
      method: 'POST',
      path: '/branches/{branchId}/file',
      operationId: 'makeBranchFile',
      tags,
      summary: 'A branch as one file',
    })
    .errors({ ...notFound, ...officeErrors })
    .input(
      z.object({
        branchId: idSchema,
        name: z.string().trim().min(1).max(120),
        passphrase: z.string().min(8).max(200),
      }),
    )
    .output(z.file()),
  revoke: declare('branch.manage')
    .route({
      method: 'POST',
      path: '/branches/computers/{id}/revoke',
      operationId: 'revokeComputer',
      tags,
      summary: 'Shut a computer out',
    })
    .errors({ ...notFound, ...officeErrors, LAST_ONE: { status: 409 } })
    .input(byIdSchema)
    .output(byIdSchema),
  renameComputer: declare('branch.manage')
    .route({ method: 'PATCH', path: '/branches/computers/{id}', operationId: 'renameComputer', tags, summary: 'Name a computer' })
    .errors({ ...notFound, ...officeErrors })
    .input(byIdSchema.extend({ name: z.string().trim().min(1).max(120) }))
    .output(byIdSchema),
  /** The computer that does for its branch what is due by the clock. */
  makeMain: declare('branch.manage')
    .route({
      method: 'POST',
      path: '/branches/computers/{id}/main',
      operationId: 'makeMainComputer',
      tags,
      summary: 'Main computer',
    })
    .errors({ ...notFound, ...officeErrors })
    .input(byIdSchema)
    .output(byIdSchema),
  quarantine: declare('branch.manage')
    .route({
      method: 'GET',
      path: '/branches/quarantine',
      operationId: 'listQuarantine',
      tags,
      summary: 'Changes that were not taken',
    })
    .errors(officeErrors)
    .input(z.object({ after: idSchema.optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }))
    .output(z.object({ changes: z.array(quarantinedViewSchema), total: z.number().int() })),
  retryQuarantine: declare('branch.manage')
    .route({
      method: 'POST',
      path: '/branches/quarantine/retry',
      operationId: 'retryQuarantine',
      tags,
      summary: 'Take them after all',
    })
    .errors(officeErrors)
    .input(z.object({ ids: z.array(idSchema).min(1).max(1000) }))
    .output(z.object({ taken: z.number().int(), left: z.number().int() })),
  discardQuarantine: declare('branch.manage')
    .route({ method: 'POST', path: '/branches/quarantine/discard', operationId: 'discardQuarantine', tags, summary: 'Drop them' })
    .errors(officeErrors)
    .input(z.object({ ids: z.array(idSchema).min(1).max(1000) }))
    .output(z.object({ discarded: z.number().int() })),
  /** Clients with their deals and all that hangs on them go to another branch; null is head office. */
  moveClients: declare('branch.moveClients')
    .route({
      method: 'POST',
      path: '/branches/move-clients',
      operationId: 'moveClients',
      tags,
      summary: 'Move clients to a branch',
    })
    .errors({ ...notFound, ...refused })
    .input(z.object({ ids: z.array(idSchema).min(1).max(10_000), branchId: idSchema.nullable() }))
    .output(z.object({ moved: z.number().int(), actId: z.string() })),
  /** Where cards are private: which branches besides its own have a client's card. */
  shareClient: declare('branch.moveClients')
    .route({
      method: 'PUT',
      path: '/branches/shared-clients/{id}',
      operationId: 'shareClient',
      tags,
      summary: 'Share a card with branches',
    })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend({ branchIds: z.array(idSchema).max(1000) }))
    .output(z.object({ actId: z.string() })),
  hub: declare('branch.manage')
    .route({ method: 'GET', path: '/branches/hub', operationId: 'getHubStatus', tags, summary: 'Head office on this computer' })
    .output(hubStatusSchema),
  /** Makes this computer head office: branches reach it at `port`. The first time, all that is here becomes head office's. */
  startHub: declare('branch.manage')
    .route({ method: 'POST', path: '/branches/hub', operationId: 'startHub', tags, summary: 'Make this computer head office' })
    .errors({ NOT_OFFICE: { status: 409 }, CANNOT_START: { status: 409, data: z.object({ code: z.string() }) } })
    .input(
      z.object({ companyName: z.string().trim().min(1).max(120), port: z.number().int().min(1).max(65_535).default(usualPort) }),
    )
    .output(hubStatusSchema),
  /** Makes this the first computer of a head office that runs elsewhere, on a server, with the key that it showed at its start. */
  useOtherHub: declare('branch.manage')
    .route({
      method: 'POST',
      path: '/branches/hub/elsewhere',
      operationId: 'useOtherHub',
      tags,
      summary: 'Head office runs elsewhere',
    })
    .errors({ NOT_OFFICE: { status: 409 }, CANNOT_START: { status: 409, data: z.object({ code: z.string() }) } })
    .input(
      z.object({
        address: z.string().trim().min(1).max(300),
        key: z.string().trim().min(1).max(300),
        companyName: z.string().trim().min(1).max(120),
      }),
    )
    .output(hubStatusSchema),
  stopHub: declare('branch.manage')
    .route({ method: 'DELETE', path: '/branches/hub', operationId: 'stopHub', tags, summary: 'Stop answering branches' })
    .output(hubStatusSchema),
};
