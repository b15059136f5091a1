import type { ReadDb } from '#core/database/connection.ts';
import type { ReadyProcess } from '#shared/automation/contract.ts';

export function listProcesses(_db: ReadDb): readonly ReadyProcess[] {
  return [];
}
