import { BackupError } from '#core/backup/backup-error.ts';
import type { StoredBackup } from '#core/backup/backup-file.ts';
import { findBackupKey } from '#core/backup/backup-key.ts';
import type { BackupKeyFound } from '#core/backup/backup-key.ts';
import { findRefusal } from '#core/backup/preview.ts';
import { restoreBackup } from '#core/backup/restore-backup.ts';
import type { Restoring } from '#core/backup/restore-backup.ts';
import type { WhileClosed } from '#core/core.ts';
import type { Guesses } from '#core/encryption/guesses.ts';
import type { BackupFault, BackupPreview, BackupSecret } from '#shared/backup/contract.ts';

interface BringingBack extends Pick<Restoring, 'dataDirectory' | 'keyHere' | 'actor' | 'at'> {
  readonly found: StoredBackup;
  readonly secret: BackupSecret;
  readonly guesses: Guesses;
  readonly whileClosed: WhileClosed;
}

export type BroughtBack =
  | { readonly type: 'done' }
  | { readonly type: 'refused'; readonly code: NonNullable<BackupPreview['refusal']> }
  | { readonly type: 'failed'; readonly code: BackupFault; readonly place: string }
  | Exclude<BackupKeyFound, { readonly type: 'key' | 'plain' | 'noKeys' }>;

/** Brings a backup back with the key that it was made with, if that is known or what was typed opens it. */
export async function bringBack({ found, secret, guesses, whileClosed, ...here }: BringingBack): Promise<BroughtBack> {
  const early = findRefusal(found, here.keyHere);
  if (early !== null) return { type: 'refused', code: early };
  const opened = await findBackupKey(found, { keyHere: here.keyHere, secret: secret ?? null, guesses });
  if (opened.type === 'noKeys') return { type: 'refused', code: 'otherKey' };
  if (opened.type !== 'key' && opened.type !== 'plain') return opened;
  const key = opened.type === 'key' ? opened.key : null;
  const refusal = findRefusal(found, key);
  if (refusal !== null) return { type: 'refused', code: refusal };
  const { folder, name } = found;
  try {
    await whileClosed('restoring', async (report, hold) => {
      await restoreBackup({ ...here, folder, name, key, report });
      hold(key);
    });
    return { type: 'done' };
  } catch (error) {
    if (error instanceof BackupError) return { type: 'failed', code: error.code, place: error.detail.place };
    throw error;
  }
}

interface Errors {
  readonly REFUSED: (options: { data: { field: string; code: string } }) => Error;
  readonly BACKUP_FAILED: (options: { data: { code: BackupFault; place: string } }) => Error;
  readonly SECRET_NEEDED: (options: { data: { hasPassphrase: boolean } }) => Error;
  readonly WRONG_PASSPHRASE: () => Error;
  readonly WRONG_RECOVERY_CODE: () => Error;
  readonly MISTYPED_RECOVERY_CODE: () => Error;
  readonly WAIT: (options: { data: { until: number } }) => Error;
}

/** Why a backup wasn't brought back, as the contracts say it. */
export function refuseUnlessDone(outcome: BroughtBack, errors: Errors) {
  switch (outcome.type) {
    case 'done':
      return;
    case 'refused':
      throw errors.REFUSED({ data: { field: 'id', code: outcome.code } });
    case 'failed':
      throw errors.BACKUP_FAILED({ data: { code: outcome.code, place: outcome.place } });
    case 'secretNeeded':
      throw errors.SECRET_NEEDED({ data: { hasPassphrase: outcome.hasPassphrase } });
    case 'wrongPassphrase':
      throw errors.WRONG_PASSPHRASE();
    case 'wrongRecoveryCode':
      throw errors.WRONG_RECOVERY_CODE();
    case 'mistypedRecoveryCode':
      throw errors.MISTYPED_RECOVERY_CODE();
    case 'wait':
      throw errors.WAIT({ data: { until: outcome.until } });
    default:
      // Its keys don't belong to it.
      throw errors.REFUSED({ data: { field: 'id', code: 'otherKey' } });
  }
}
