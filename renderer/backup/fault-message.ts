import { backupFaults } from '#shared/backup/contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

/** What to tell of a backup that failed; it has a place for `place`. */
export function faultMessage(code: string): MessageKey {
  const fault = backupFaults.find((known) => known === code) ?? 'unexpected';
  return `backup.fault.${fault}`;
}
