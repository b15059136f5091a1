import { z } from 'zod';
import { refusalCodes } from '#shared/sync/protocol.ts';

/**
 * What head office's own computers ask of it besides exchanging records: a computer of a branch gets 'notForYou'. Answers are of the
 * same kind as the request.
 */
const id = z.string().min(1).max(64);
const name = z.string().trim().min(1).max(120);
const time = z.number();
const count = z.number().int().min(0);
/** 32 bytes, base64url. */
const publicKey = z.string().regex(/^[\w-]{43}$/);

/** As what messages to head office are addressed. */
export const officeId = 'office';
/** Where head office answers, unless told otherwise. */
export const usualPort = 4900;
/** What an address of head office looks like. */
export const exampleAddress = `http://192.168.1.10:${usualPort}`;

const keysSchema = z.object({ signing: publicKey, agreement: publicKey });

/** What a computer is and runs, as it says itself. */
export const programSchema = z.object({
  /** The program's version, such as "0.1.0". */
  version: z.string().max(40),
  /** The version of its database. */
  schema: z.number().int(),
  protocol: z.number().int(),
});
export type Program = z.infer<typeof programSchema>;

/** Whether the new computer comes empty, or with clients of its own that join those of the branch. */
export const bringsSchema = z.enum(['nothing', 'data']);
export type Brings = z.infer<typeof bringsSchema>;

/**
 * Asks to become a computer of the company. Sealed with the key of a code (`codeKey`), purpose 'enrolRequest'; with the administrator's key
 * instead of a code to begin a company. The same keys asking again with the same code get the same answer.
 */
export const joinRequestSchema = z.object({
  kind: z.literal('join'),
  /** Null takes the name that it was given with the code. */
  name: name.nullable(),
  keys: keysSchema,
  program: programSchema,
  /** Only where a company begins: its name. */
  companyName: name.nullable(),
});
export type JoinRequest = z.infer<typeof joinRequestSchema>;

/** What a new computer is told about itself. */
export const membershipSchema = z.object({
  company: z.object({ id, name }),
  device: z.object({
    id,
    name,
    /** Null is head office. */
    branchId: id.nullable(),
    /** The number that tells the tills of a branch apart: 1, 2... */
    till: z.number().int().min(1),
    /** The computer that does what is due by the clock for its branch. */
    isMain: z.boolean(),
    brings: bringsSchema,
  }),
  office: z.object({ id: z.literal(officeId), name: z.string(), keys: keysSchema, epoch: z.string() }),
});
export type Membership = z.infer<typeof membershipSchema>;

export const joinResponseSchema = z.object({ kind: z.literal('join'), membership: membershipSchema });
export type JoinResponse = z.infer<typeof joinResponseSchema>;

/** Any computer may ask, by a request of kind `self`, what it is now: it may have been given another name, or made the main one of its branch. */
export const selfResponseSchema = z.object({ kind: z.literal('self'), membership: membershipSchema });
export type SelfResponse = z.infer<typeof selfResponseSchema>;

const inviteSchema = z.object({
  id,
  branchId: id.nullable(),
  branchName: z.string().nullable(),
  name: z.string(),
  brings: bringsSchema,
  createdAt: time,
  expiresAt: time,
  state: z.enum(['open', 'used', 'expired', 'cancelled']),
});
export type InviteSummary = z.infer<typeof inviteSchema>;

const quarantinedSchema = z.object({
  id,
  deviceId: id,
  deviceName: z.string(),
  branchName: z.string().nullable(),
  at: time,
  code: z.enum(refusalCodes),
  recordType: z.string(),
  recordId: z.string(),
  /** Names of the fields, so that one sees what it is about. */
  fields: z.array(z.string()),
  by: z.string(),
});
export type Quarantined = z.infer<typeof quarantinedSchema>;

const deviceSchema = z.object({
  id,
  name: z.string(),
  branchId: id.nullable(),
  branchName: z.string().nullable(),
  till: count,
  isMain: z.boolean(),
  enrolledAt: time,
  revokedAt: time.nullable(),
  lastContactAt: time.nullable(),
  /** No contact for as many days as the question says. */
  isLate: z.boolean(),
  program: programSchema,
  /** Changes that waited there to be sent, as it said last. */
  waiting: count,
  /** Records it hasn't fetched yet; null where that isn't known. */
  backlog: count.nullable(),
  /** Milliseconds its clock is ahead. */
  clockOffset: z.number().nullable(),
  quarantined: count,
});
export type DeviceSummary = z.infer<typeof deviceSchema>;

export const overviewSchema = z.object({
  company: z.object({ id, name: z.string() }).nullable(),
  office: z.object({ name: z.string(), version: z.string(), epoch: z.string(), head: count, at: time }),
  branches: z.array(z.object({ id, name: z.string() })),
  devices: z.array(deviceSchema),
  openConflicts: z.array(z.object({ branchId: id.nullable(), count })),
  quarantined: count,
});
export type Overview = z.infer<typeof overviewSchema>;

/** What was asked for isn't there, or not any more. */
const outcome = z.enum(['done', 'notFound']);
const ids = z.array(id).min(1).max(1000);

export const officeRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('office.overview'), lateAfterDays: z.number().min(0).max(3650) }),
  z.object({
    kind: z.literal('office.invite'),
    branchId: id.nullable(),
    name,
    brings: bringsSchema,
    validHours: z
      .number()
      .min(0.1)
      .max(24 * 90),
  }),
  z.object({ kind: z.literal('office.invites') }),
  z.object({ kind: z.literal('office.cancelInvite'), id }),
  z.object({ kind: z.literal('office.revoke'), deviceId: id }),
  z.object({ kind: z.literal('office.renameDevice'), deviceId: id, name }),
  z.object({ kind: z.literal('office.makeMain'), deviceId: id }),
  z.object({ kind: z.literal('office.quarantine'), after: id.nullable(), limit: z.number().int().min(1).max(500) }),
  z.object({ kind: z.literal('office.retry'), ids }),
  z.object({ kind: z.literal('office.discard'), ids }),
  /** Makes a computer known whose keys are in the file that it will be set up from. */
  z.object({
    kind: z.literal('office.branchFile'),
    branchId: id.nullable(),
    name,
    brings: bringsSchema,
    keys: keysSchema,
    program: programSchema,
  }),
  /** Up to which batch of a line head office has what a computer wrote: of a file, what has to come before it. */
  z.object({ kind: z.literal('office.line'), deviceId: id, incarnation: id }),
  /** A page for another computer, to be carried there as a file. `cursor` null: from where it is, as head office knows. */
  z.object({ kind: z.literal('office.pageFor'), deviceId: id, cursor: count.nullable() }),
]);
export type OfficeRequest = z.infer<typeof officeRequestSchema>;

export const officeResponseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('office.overview'), overview: overviewSchema }),
  z.object({
    kind: z.literal('office.invite'),
    /** Null: there is no such branch. */
    invite: z.object({ id, code: z.string(), link: z.string(), expiresAt: time }).nullable(),
  }),
  z.object({ kind: z.literal('office.invites'), invites: z.array(inviteSchema) }),
  z.object({ kind: z.literal('office.cancelInvite'), outcome }),
  /** 'last': it is the only computer of head office left. */
  z.object({ kind: z.literal('office.revoke'), outcome: z.enum(['done', 'notFound', 'last']) }),
  z.object({ kind: z.literal('office.renameDevice'), outcome }),
  z.object({ kind: z.literal('office.makeMain'), outcome }),
  z.object({ kind: z.literal('office.quarantine'), changes: z.array(quarantinedSchema), total: count }),
  /** `left`: those that are refused still. */
  z.object({ kind: z.literal('office.retry'), taken: count, left: count }),
  z.object({ kind: z.literal('office.discard'), discarded: count }),
  z.object({ kind: z.literal('office.branchFile'), membership: membershipSchema.nullable() }),
  z.object({ kind: z.literal('office.line'), counter: count }),
  z.object({
    kind: z.literal('office.pageFor'),
    /** Null: there is no such computer. `sealed`: an answer (base64) that only it can open, to the question for such a page. */
    page: z.object({ from: count, next: count, head: count, sealed: z.string() }).nullable(),
  }),
]);
export type OfficeResponse = z.infer<typeof officeResponseSchema>;
