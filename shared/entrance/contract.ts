import { oc } from '@orpc/contract';
import { z } from 'zod';
import { rescueContract } from '#shared/backup/rescue-contract.ts';

/** What is being done to the data while nobody can work with it. */
export const entranceWork = ['opening', 'encrypting', 'changingKey', 'decrypting', 'repairing', 'restoring'] as const;

const fileState = { path: z.string() };

/** How it stands with the data before anybody can work with it; "open" once they can. */
export const entranceStateSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open') }),
  z.object({
    type: z.literal('locked'),
    /** What opens it, besides the recovery code, which always does. */
    hasPassphrase: z.boolean(),
    /** Whether this computer's keychain was to open it, and didn't. */
    keychainRefused: z.boolean(),
    /** UTC milliseconds; after wrong guesses the next one has to wait till then. */
    waitUntil: z.number().nullable(),
  }),
  /** The file that the key is kept in is gone or damaged; the data itself may be well. */
  z.object({ type: z.literal('keysDamaged'), ...fileState }),
  z.object({ type: z.literal('damaged'), ...fileState }),
  /** Of `by`, a computer: this one's name where another window or program of it has the data open. */
  z.object({ type: z.literal('openElsewhere'), ...fileState, by: z.string() }),
  /** Where a save may be lost: on a network share, or where a program copies files to the internet while they change. */
  z.object({ type: z.literal('onNetwork'), ...fileState }),
  z.object({ type: z.literal('inCloudFolder'), ...fileState, by: z.string() }),
  /** There is no room to copy the data before it is brought up to date. */
  z.object({ type: z.literal('noRoom'), ...fileState }),
  /** It couldn't be brought up to date for this version, and is as it was; `backup` is the copy made before. */
  z.object({ type: z.literal('notUpdated'), ...fileState, backup: z.string() }),
  z.object({ type: z.literal('fromTheFuture'), ...fileState }),
  z.object({ type: z.literal('notOurs'), ...fileState }),
  z.object({ type: z.literal('cannotOpen'), ...fileState }),
  z.object({
    type: z.literal('working'),
    work: z.enum(entranceWork),
    done: z.number(),
    /** Null until it is known. */
    total: z.number().nullable(),
  }),
]);
export type EntranceState = z.infer<typeof entranceStateSchema>;

/** Codes of why the entrance stays shut; put into words by the page. */
const refusals = {
  WRONG_PASSPHRASE: { status: 422 },
  WRONG_RECOVERY_CODE: { status: 422 },
  /** It isn't a recovery code at all: a letter was mistyped or left out. */
  MISTYPED_RECOVERY_CODE: { status: 422 },
  /** Too many wrong guesses: the next one counts from `until` on, UTC milliseconds. */
  WAIT: { status: 429, data: z.object({ until: z.number() }) },
  /** The data isn't locked any more, or can't be unlocked. */
  NOT_LOCKED: { status: 409 },
  KEYS_DAMAGED: { status: 422 },
} as const;

/** At least as many characters has a passphrase. */
export const shortestPassphrase = 8;
export const passphraseSchema = z.string().min(shortestPassphrase).max(1024);

/**
 * What can be asked before the data is open. It stands beside the main contract, under `/rpc/entrance` and on the same message
 * port, and asks for no permission: there is nobody yet who could have one.
 */
export const entranceContract = {
  state: oc.output(entranceStateSchema),
  unlock: oc
    .errors(refusals)
    .input(z.object({ passphrase: z.string().max(1024) }))
    .output(entranceStateSchema),
  /** Opens by the recovery code, and takes a new passphrase in place of the lost one. */
  recover: oc
    .errors(refusals)
    .input(z.object({ recoveryCode: z.string().max(200), passphrase: passphraseSchema }))
    .output(entranceStateSchema),
  /** Looks again: the disk may be back, or the keychain unlocked. */
  retry: oc.output(entranceStateSchema),
  rescue: rescueContract,
};
