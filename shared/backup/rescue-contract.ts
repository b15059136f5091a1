import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
  backupFaults,
  backupPreviewSchema,
  backupSchema,
  backupSecretSchema,
  chosenBackupSchema,
  restoreErrors,
} from '#shared/backup/contract.ts';
import { notFound, refused } from '#shared/procedure.ts';

export const repairedTableSchema = z.object({
  table: z.string(),
  saved: z.number().int(),
  /** Null where nothing is left that says how many there were. */
  lost: z.number().int().nullable(),
});
export type RepairedTable = z.infer<typeof repairedTableSchema>;

/** What came of saving what can be saved of a damaged database. */
export const repairReportSchema = z.object({
  at: z.number(),
  tables: z.array(repairedTableSchema),
  /** Rows that hung on what was lost, kept beside the damaged file. */
  loose: z.number().int(),
  /** Faults found in the new database. */
  faults: z.number().int(),
  /** Where the damaged file was put, and what is told here. */
  folder: z.string(),
});
export type RepairReport = z.infer<typeof repairReportSchema>;

const notNeeded = { NOT_NEEDED: { status: 409 } } as const;
const failed = {
  BACKUP_FAILED: { status: 409, data: z.object({ code: z.enum(backupFaults), place: z.string() }) },
} as const;

/**
 * What helps while the data can't be opened. There is nobody then whose rights could be asked for; while the data can be opened,
 * all of it is refused.
 */
export const rescueContract = {
  backups: oc.errors(notNeeded).output(z.array(backupSchema)),
  /** Backups in a folder that somebody names. */
  look: oc
    .errors({ ...notNeeded, ...refused })
    .input(z.object({ folder: z.string().trim().min(1).max(1000) }))
    .output(z.array(backupSchema)),
  preview: oc
    .errors({ ...notNeeded, ...notFound })
    .input(chosenBackupSchema)
    .output(backupPreviewSchema),
  restore: oc
    .errors({ ...notNeeded, ...notFound, ...refused, ...restoreErrors })
    .input(chosenBackupSchema.extend({ secret: backupSecretSchema }))
    .output(z.object({ at: z.number() })),
  /** Counts what a repair would save, table by table, and changes nothing. */
  survey: oc.errors({ ...notNeeded, ...failed }).output(z.array(repairedTableSchema).readonly()),
  /** Saves what can be saved; the damaged file stays beside. */
  repair: oc.errors({ ...notNeeded, ...failed }).output(repairReportSchema),
  /** Opens the data where it lies from now on, though it isn't safe there. */
  openAnyway: oc.errors(notNeeded),
};
