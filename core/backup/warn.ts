import type { BackupPlace, BackupState } from '#shared/backup/contract.ts';

const day = 86_400_000;
/** Milliseconds that changes may be without a backup, and that a copy on another disk may be away. */
const longest = { withoutBackup: 3 * day, withoutOtherDisk: 30 * day };
/** A shop that began so long ago (milliseconds) has something to lose. */
const beginning = 7 * day;

interface Standing {
  readonly places: readonly BackupPlace[];
  readonly last: { readonly at: number } | null;
  /** When the first thing was done that is in no backup; null when everything is in one. UTC milliseconds. */
  readonly changedAt: number | null;
  /** When the first thing was done here. */
  readonly beganAt: number;
  readonly now: number;
}

/** Whether somebody should be told about backups. While nothing is done, an old one is as good as a new one. */
export function warn({ places, last, changedAt, beganAt, now }: Standing): BackupState['warning'] {
  if (changedAt !== null && now - changedAt > longest.withoutBackup) return last === null ? 'never' : 'old';
  if (now - beganAt < beginning) return null;
  const elsewhere = places.filter(({ isSameDisk }) => !isSameDisk).map(({ lastAt }) => lastAt ?? 0);
  const lastElsewhere = Math.max(0, ...elsewhere);
  return last !== null && now - lastElsewhere > longest.withoutOtherDisk ? 'sameDisk' : null;
}
