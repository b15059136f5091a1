import { z } from 'zod';
import { jobSchema } from '#shared/job/contract.ts';
import { declare, idSchema, notFound, refused } from '#shared/procedure.ts';

/** Why a backup was made. */
export const backupReasons = ['daily', 'beforeMigration', 'beforeImport', 'beforeRestore', 'manual'] as const;
export type BackupReason = (typeof backupReasons)[number];

const count = z.number().int();
const time = z.number();

/** How much is in a backup, or in the data. */
export const backupCountsSchema = z.object({ parties: count, deals: count, tasks: count, files: count, acts: count });
export type BackupCounts = z.infer<typeof backupCountsSchema>;

/** What is written beside a backup, and read again when it is opened. */
export const backupSummarySchema = z.object({
  at: time,
  reason: z.enum(backupReasons),
  /** The program's, and its database's. */
  version: z.string(),
  schema: count,
  shopName: z.string(),
  /** Bytes of the database. */
  size: z.number(),
  counts: backupCountsSchema,
  /** What was done last in it; null where nothing was. */
  lastAct: z.object({ seq: count, id: z.string(), at: time }).nullable(),
  isEncrypted: z.boolean(),
});
export type BackupSummary = z.infer<typeof backupSummarySchema>;

export const backupSchema = backupSummarySchema.extend({
  id: z.string(),
  placeId: z.string(),
  path: z.string(),
  /** False for that of another computer, in the same folder. */
  isOwn: z.boolean(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupFaults = ['noRoom', 'placeGone', 'notWritable', 'notWhole', 'damaged', 'unexpected'] as const;
export type BackupFault = (typeof backupFaults)[number];

/** A folder that backups go to. */
export const backupPlaceSchema = z.object({
  id: z.string(),
  path: z.string(),
  /** The folder within the data folder, which is always one. */
  isDefault: z.boolean(),
  /** False while its disk isn't connected. */
  isThere: z.boolean(),
  /** Whether it would be lost with the disk that the data is on. */
  isSameDisk: z.boolean(),
  /** Bytes left; null while it isn't there. */
  free: z.number().nullable(),
  lastAt: time.nullable(),
  /** Why the last try failed; null when it didn't. */
  fault: z.enum(backupFaults).nullable(),
  /** The data is encrypted, and backups from before still lie there for anybody to read; while its disk is away, as it was before. */
  isReadable: z.boolean(),
});
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

export const backupWarnings = ['never', 'old', 'sameDisk'] as const;

export const backupStateSchema = z.object({
  places: z.array(backupPlaceSchema),
  last: backupSchema.nullable(),
  warning: z.enum(backupWarnings).nullable(),
  /** What was done since the last one. */
  actsSince: count,
  /** How many times something was set aside, by bringing back or repairing, that can be read without a key. */
  plainSetAside: count,
  /** Whether the data is encrypted. */
  isEncrypted: z.boolean(),
  /** The job that makes one now. */
  jobId: z.string().nullable(),
});
export type BackupState = z.infer<typeof backupStateSchema>;

export const backupPreviewSchema = z.object({
  backup: backupSchema,
  /** What is here now; null where that can't be opened. */
  present: backupCountsSchema.nullable(),
  /** What was done here since, and wouldn't be there: null where the backup is of other data. */
  lost: z.object({ acts: count, parties: count, deals: count, tasks: count, lastAt: time.nullable() }).nullable(),
  /** Why it can't be brought back; "otherKey" where it is encrypted and came without its keys. */
  refusal: z.enum(['fromTheFuture', 'notOurs', 'damaged', 'otherKey']).nullable(),
  /** What somebody has to say to open it, of the day it was made; a recovery code does in any case. */
  asks: z.enum(['passphrase', 'recoveryCode']).nullable(),
  /** The data here is encrypted, and wouldn't be any more. */
  becomesPlain: z.boolean(),
});
export type BackupPreview = z.infer<typeof backupPreviewSchema>;

/** A backup that is brought back: of one of the places, or of a folder that is named. */
export const chosenBackupSchema = z.object({ id: z.string().min(1).max(2000), folder: z.string().max(1000).optional() });
/** What opened the data when a backup was made. */
export const backupSecretSchema = z
  .union([z.object({ passphrase: z.string().max(1024) }), z.object({ recoveryCode: z.string().max(200) })])
  .optional();
export type BackupSecret = z.infer<typeof backupSecretSchema>;

/** Why a backup wasn't brought back. */
export const restoreErrors = {
  BACKUP_FAILED: { status: 409, data: z.object({ code: z.enum(backupFaults), place: z.string() }) },
  /** It was made with another key: say what opened the data then. */
  SECRET_NEEDED: { status: 422, data: z.object({ hasPassphrase: z.boolean() }) },
  WRONG_PASSPHRASE: { status: 422 },
  WRONG_RECOVERY_CODE: { status: 422 },
  MISTYPED_RECOVERY_CODE: { status: 422 },
  /** Too many wrong guesses: the next one counts from `until` on, UTC milliseconds. */
  WAIT: { status: 429, data: z.object({ until: z.number() }) },
} as const;

const tags = ['Backups'];

export const backupContract = {
  state: declare('backup.run')
    .route({ method: 'GET', path: '/backups/state', operationId: 'backupState', tags, summary: 'How safe the data is' })
    .output(backupStateSchema),
  list: declare('backup.run')
    .route({ method: 'GET', path: '/backups', operationId: 'listBackups', tags, summary: 'Backups, the newest first' })
    .output(z.array(backupSchema)),
  look: declare('backup.restore')
    .route({
      method: 'GET',
      path: '/backups/in',
      operationId: 'listBackupsIn',
      tags,
      summary: 'Backups in a folder, of whichever shop, the newest first',
    })
    .errors(refused)
    .input(z.object({ folder: z.string().trim().min(1).max(1000) }))
    .output(z.array(backupSchema)),
  run: declare('backup.run')
    .route({ method: 'POST', path: '/backups', operationId: 'backUp', tags, summary: 'Back up now; follow it as a job' })
    .output(jobSchema),
  addPlace: declare('backup.restore')
    .route({
      method: 'POST',
      path: '/backups/places',
      operationId: 'addBackupPlace',
      tags,
      summary: 'Back up to one more folder',
    })
    .errors(refused)
    .input(z.object({ path: z.string().trim().min(1).max(1000) }))
    .output(backupPlaceSchema),
  /** What was written there stays. */
  removePlace: declare('backup.restore')
    .route({
      method: 'DELETE',
      path: '/backups/places/{id}',
      operationId: 'removeBackupPlace',
      tags,
      summary: 'Back up to a folder no longer',
    })
    .errors(notFound)
    .input(z.object({ id: idSchema }))
    .output(z.object({ id: z.string() })),
  /** For good: it can't be brought back, nor repaired. */
  removeSetAside: declare('backup.restore')
    .route({
      method: 'DELETE',
      path: '/backups/set-aside',
      operationId: 'removeSetAside',
      tags,
      summary: 'Delete what was set aside and can be read without a key',
    })
    .output(z.object({ removed: count })),
  preview: declare('backup.restore')
    .route({
      method: 'GET',
      path: '/backups/{id}/preview',
      operationId: 'previewBackup',
      tags,
      summary: 'What is in a backup, and what bringing it back would take away',
    })
    .errors(notFound)
    .input(chosenBackupSchema)
    .output(backupPreviewSchema),
  /** What is here is put aside first. Everybody who has Cartera open sees the data of the backup then. */
  restore: declare('backup.restore')
    .route({ method: 'POST', path: '/backups/{id}/restore', operationId: 'restoreBackup', tags, summary: 'Bring a backup back' })
    .errors({ ...notFound, ...refused, ...restoreErrors })
    .input(chosenBackupSchema.extend({ secret: backupSecretSchema }))
    .output(z.object({ at: time })),
};
