import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockCompany } from '#office/company/company.ts';
import { beginEpoch } from '#office/company/epoch.ts';
import type { OfficeStore } from '#office/store/office-store.ts';

/** Put beside the data by whoever brought a backup of it back. */
const restoredMark = 'restored';

/**
 * Begins a new life of data that is a backup's: a branch may know changes of the same numbers that aren't in it. Without this it would be
 * noticed only by a branch that is ahead of what head office counts up to by then.
 */
export async function noticeRestored(store: OfficeStore, dataDirectory: string, now: number): Promise<void> {
  const path = join(dataDirectory, restoredMark);
  if (!existsSync(path)) return;
  await store.transaction(async (tx) => void (await beginEpoch(tx, await lockCompany(tx), { deviceId: null, now })));
  rmSync(path, { force: true });
}
