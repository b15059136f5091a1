import type { Backup } from '#shared/backup/contract.ts';

/** Backups without their copies in other places: the newest first, each once. */
export function oneOfEach(backups: readonly Backup[]): readonly Backup[] {
  const seen = new Set<string>();
  return backups.filter((backup) => {
    // The file's name has the second and the reason, the folder's the data.
    const key = backup.path.split(/[/\\]/).slice(-2).join('/');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
