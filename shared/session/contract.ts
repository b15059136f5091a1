import { z } from 'zod';
import { declare, idSchema, notFound, refused } from '#shared/procedure.ts';
import { longestPassword, secretKinds } from '#shared/session/secret.ts';
import { languageSchema, settingsSchema } from '#shared/settings/contract.ts';

/** Names, on a call, the session it belongs to. */
export const sessionHeader = 'x-cartera-session';

/** Minutes without a key or a click after which a window is locked; 0 never. */
export const idleChoices = [0, 1, 5, 15, 60] as const;
export const idleMinutesSchema = z.literal(idleChoices);
export type IdleMinutes = z.infer<typeof idleMinutesSchema>;

/** How somebody enters: by a tap on the name, or `needed` where a password has to be set for them first. */
export const entrySchema = z.enum([...secretKinds, 'tap', 'needed']);
export type Entry = z.infer<typeof entrySchema>;

export const entrantSchema = z.object({
  id: z.string(),
  /** Empty for an owner who hasn't said it. */
  name: z.string(),
  role: z.string(),
  entry: entrySchema,
});
export type Entrant = z.infer<typeof entrantSchema>;

export const sessionSchema = z.object({
  id: z.string(),
  userId: z.string(),
  way: z.enum(['page', 'desktop', 'program']),
  userAgent: z.string(),
  begunAt: z.number(),
  seenAt: z.number(),
  isLocked: z.boolean(),
  /** Whether it is the one that asks. */
  isThis: z.boolean(),
});
export type SessionRow = z.infer<typeof sessionSchema>;

export const loginKinds = ['login', 'loginFailed', 'signOut', 'secret'] as const;
export const loginEntrySchema = z.object({
  seq: z.number(),
  at: z.number(),
  userId: z.string(),
  userName: z.string(),
  kind: z.enum(loginKinds),
  subject: z.string(),
});
export type LoginEntry = z.infer<typeof loginEntrySchema>;

const secretSchema = z.string().max(longestPassword);
const begunSchema = z.object({ token: z.string(), userId: z.string(), idleMinutes: idleMinutesSchema });
const retrySchema = z.object({ retryAt: z.number().nullable() });
/** `retryAt` (UTC milliseconds) is when the next try is taken; null is now. */
const wrong = {
  WRONG_SECRET: { status: 403, data: retrySchema },
  TRY_LATER: { status: 429, data: retrySchema },
} as const;
const passwordNeeded = { PASSWORD_NEEDED: { status: 409, data: z.object({ userId: z.string() }) } } as const;

const tags = ['Sessions'];

export const sessionContract = {
  /** What the screen shows on which somebody says who they are. */
  people: declare('session.begin')
    .route({ method: 'GET', path: '/session/people', operationId: 'listEntrants', tags, summary: 'Who can sign in, and how' })
    .output(
      z.object({
        /** False while nobody has a password: then whoever sits here chooses a name. */
        isProtected: z.boolean(),
        ownerId: z.string(),
        people: z.array(entrantSchema),
        shopName: z.string(),
        country: z.string(),
        language: languageSchema,
        theme: settingsSchema.shape.theme,
      }),
    ),
  /** The token goes with every later call. A session that the call came with ends. */
  begin: declare('session.begin')
    .route({ method: 'POST', path: '/session', operationId: 'beginSession', tags, summary: 'Sign in' })
    .errors({ ...wrong, ...passwordNeeded, NOT_PROTECTED: { status: 409 } })
    .input(z.object({ userId: idSchema, secret: secretSchema.optional() }))
    .output(begunSchema),
  lock: declare('session.begin')
    .route({ method: 'POST', path: '/session/lock', operationId: 'lockSession', tags, summary: 'Lock this session' })
    .output(z.object({ isLocked: z.boolean() })),
  unlock: declare('session.begin')
    .route({ method: 'POST', path: '/session/unlock', operationId: 'unlockSession', tags, summary: 'Unlock this session' })
    .errors({ ...wrong, ...passwordNeeded, SESSION_ENDED: { status: 409 } })
    .input(z.object({ secret: secretSchema.optional() }))
    .output(z.object({ userId: z.string(), idleMinutes: idleMinutesSchema })),
  end: declare('session.begin')
    .route({ method: 'DELETE', path: '/session', operationId: 'endSession', tags, summary: 'Sign out' })
    .output(z.object({ ended: z.number() })),
  /** Says that somebody is there: with `isActive` the time until the lock begins anew. */
  touch: declare('session.own')
    .route({ method: 'POST', path: '/session/touch', operationId: 'touchSession', tags, summary: 'Keep this session open' })
    .input(z.object({ isActive: z.boolean() }))
    .output(z.object({ idleMinutes: idleMinutesSchema })),
  /** One's own open sessions; everybody's for who may manage people and asks for all. */
  list: declare('session.own')
    .route({ method: 'GET', path: '/sessions', operationId: 'listSessions', tags, summary: 'Open sessions' })
    .input(z.object({ all: z.stringbool().or(z.boolean()).optional() }).optional())
    .output(z.array(sessionSchema)),
  /** Ends all of somebody's sessions but the one that asks; another's needs the right to manage people. */
  endAll: declare('session.own')
    .route({ method: 'POST', path: '/sessions/end', operationId: 'endSessions', tags, summary: 'Sign out everywhere' })
    .input(z.object({ userId: idSchema.optional() }).optional())
    .output(z.object({ ended: z.number() })),
  /**
   * One's own needs the one held so far (`current`); another's the right to manage people. The first is the owner's. All other
   * sessions of the person end. `recoveryCode` is made for the owner and shown this once; `session` for who sets the first one.
   */
  setSecret: declare('session.own')
    .route({ method: 'PUT', path: '/session/secret', operationId: 'setSecret', tags, summary: 'Set a password or PIN' })
    .errors({
      ...wrong,
      ...refused,
      ...notFound,
      OWNER_FIRST: { status: 409, data: z.object({ userId: z.string() }) },
      OTHERS_FIRST: { status: 409, data: z.object({ userIds: z.array(z.string()) }) },
    })
    .input(
      z.object({
        userId: idSchema.optional(),
        kind: z.enum([...secretKinds, 'none']),
        secret: secretSchema.optional(),
        current: secretSchema.optional(),
      }),
    )
    .output(z.object({ recoveryCode: z.string().nullable(), session: begunSchema.nullable() })),
  /** The owner's way in without the password: with the code that was shown when it was set. */
  recover: declare('session.begin')
    .route({
      method: 'POST',
      path: '/session/recover',
      operationId: 'recoverSession',
      tags,
      summary: 'Set a new password by code',
    })
    .errors({ ...wrong, ...refused })
    .input(z.object({ code: z.string().max(100), kind: z.enum(secretKinds), secret: secretSchema }))
    .output(z.object({ recoveryCode: z.string(), session: begunSchema })),
  policy: declare('session.own')
    .route({ method: 'GET', path: '/session/policy', operationId: 'getSessionPolicy', tags, summary: 'When windows are locked' })
    .output(z.object({ idleMinutes: idleMinutesSchema })),
  setPolicy: declare('people.manage')
    .route({
      method: 'PUT',
      path: '/session/policy',
      operationId: 'setSessionPolicy',
      tags,
      summary: 'Say when windows are locked',
    })
    .input(z.object({ idleMinutes: idleMinutesSchema }))
    .output(z.object({ idleMinutes: idleMinutesSchema })),
  /** Newest first: one's own; everybody's for who may manage people and asks for all. */
  log: declare('session.own')
    .route({ method: 'GET', path: '/session/log', operationId: 'listLogins', tags, summary: 'Who signed in and when' })
    .input(
      z
        .object({ all: z.stringbool().or(z.boolean()).optional(), limit: z.coerce.number().int().min(1).max(500).optional() })
        .optional(),
    )
    .output(z.array(loginEntrySchema)),
};
