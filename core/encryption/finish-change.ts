import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { syncFolder, writeWhole } from '#core/backup/disk.ts';
import { removePlainSetAside } from '#core/backup/set-aside.ts';
import { keysFiles } from '#core/encryption/keys-file.ts';

// Data that is encrypted anew is made ready in a folder of its own. Then one small file says that it is to take the place of what is
// there: whoever opens the data next, after a power cut too, first finishes what that file says.

/** What is replaced as a whole, in the order in which it is moved. */
export const rewritten = ['cartera.db', join('office', 'office.db'), 'files', join('office', 'content'), ...keysFiles] as const;
/** Files handed over, and copies made for a moment: plain ones must not stay, and none is missed. */
const dropped = ['imports', 'temp'] as const;

const orderSchema = z.object({
  /** Whether there is a key from now on: without one, the file of the keys goes. */
  isEncrypted: z.boolean(),
});

export function changeFolder(dataDirectory: string): string {
  return join(dataDirectory, 'encrypting');
}

function orderPath(dataDirectory: string): string {
  return join(changeFolder(dataDirectory), 'order.json');
}

/** Empties the folder in which the data is encrypted anew. */
export function clearChangeFolder(dataDirectory: string): string {
  const folder = changeFolder(dataDirectory);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'office'), { recursive: true });
  return folder;
}

/** From here on, what was made ready is what will be opened. */
export function orderChange(dataDirectory: string, order: z.infer<typeof orderSchema>) {
  const folder = changeFolder(dataDirectory);
  syncFolder(join(folder, 'office'));
  syncFolder(folder);
  writeWhole(orderPath(dataDirectory), JSON.stringify(order));
  syncFolder(dataDirectory);
}

/** Puts in place what was ordered, wherever it was cut off before. Only while nobody has the data open. @returns whether there was an order */
export function finishChange(dataDirectory: string): boolean {
  const path = orderPath(dataDirectory);
  if (!existsSync(path)) return false;
  const { isEncrypted } = orderSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const ready = changeFolder(dataDirectory);
  for (const name of rewritten) putInPlace(join(ready, name), join(dataDirectory, name), join(ready, 'former', name));
  if (!isEncrypted) for (const name of keysFiles) rmSync(join(dataDirectory, name), { force: true });
  // Whoever turned it on was told.
  if (isEncrypted) removePlainSetAside(dataDirectory);
  for (const name of dropped) rmSync(join(dataDirectory, name), { recursive: true, force: true });
  syncFolder(dataDirectory);
  rmSync(join(ready, 'former'), { recursive: true, force: true });
  rmSync(path);
  syncFolder(ready);
  rmSync(ready, { recursive: true, force: true });
  return true;
}

function putInPlace(made: string, place: string, former: string) {
  // What isn't ready any more is in place already.
  if (!existsSync(made)) return;
  // A log that is left would be taken for the new file's.
  for (const ending of ['-wal', '-shm']) rmSync(place + ending, { force: true });
  if (existsSync(place)) {
    mkdirSync(dirname(former), { recursive: true });
    // Cut off in between, a folder may have gone there before.
    rmSync(former, { recursive: true, force: true });
    renameSync(place, former);
  }
  mkdirSync(dirname(place), { recursive: true });
  renameSync(made, place);
  syncFolder(dirname(place));
}
