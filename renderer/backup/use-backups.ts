import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useCan } from '#renderer/people/use-me.ts';
import type { Backup, BackupState } from '#shared/backup/contract.ts';

/** Milliseconds: what the program notices of disks by itself is told as news anyway. */
const lookInterval = 15 * 60_000;

/** How it stands with backups; undefined for whom it doesn't concern. */
export function useBackupState(): BackupState | undefined {
  const enabled = useCan('backup.run');
  return useQuery(api.backup.state.queryOptions({ enabled, staleTime: lookInterval, refetchInterval: lookInterval })).data;
}

export function useBackupList(): readonly Backup[] {
  return useQuery(api.backup.list.queryOptions()).data ?? [];
}
