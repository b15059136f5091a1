import { api, client, entranceClient } from '#renderer/app/client.ts';
import type { Backup, BackupPreview, BackupSecret } from '#shared/backup/contract.ts';

interface Chosen {
  readonly id: string;
  readonly folder?: string;
}

/** Who is asked for backups: the data while it is open, or what stands before it. */
export interface RestoreWay {
  readonly queryKey: readonly unknown[];
  look(folder: string): Promise<readonly Backup[]>;
  preview(chosen: Chosen): Promise<BackupPreview>;
  restore(chosen: Chosen & { readonly secret?: BackupSecret }): Promise<{ readonly at: number }>;
  /** Called when one was brought back, or wasn't. */
  onSettled?(): void | Promise<void>;
}

export const wayOfOpenData: RestoreWay = {
  queryKey: api.backup.key(),
  look: (folder) => client.backup.look({ folder }),
  preview: (chosen) => client.backup.preview(chosen),
  restore: (chosen) => client.backup.restore(chosen),
};

export const wayOfRescue: RestoreWay = {
  queryKey: ['rescue'],
  look: (folder) => entranceClient.rescue.look({ folder }),
  preview: (chosen) => entranceClient.rescue.preview(chosen),
  restore: (chosen) => entranceClient.rescue.restore(chosen),
};
