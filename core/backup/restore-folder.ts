import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { keysFiles } from '#core/encryption/keys-file.ts';
import { syncFolder, writeWhole } from '#core/backup/disk.ts';

// A backup that is brought back is made ready in a folder of its own, down to the last byte. Then one small file says that it is
// to take the place of what is there: whoever opens the data next, after a power cut too, first finishes what that file says.

const orderSchema = z.object({
  /** The folder under "set-aside" that what is there goes to. */
  setAside: z.string().regex(/^[0-9A-Za-z.-]+$/),
  /** Whether a backup has all of what is set aside. */
  isBackedUp: z.boolean(),
  /** Whether attached files and the keys are replaced too, or are for both. */
  replaced: z.enum(['database', 'all']),
  /** Whether what is set aside can be read without a key, as far as that can be told. */
  isPlain: z.boolean(),
});
export type RestoreOrder = z.infer<typeof orderSchema>;

/** Everything that makes up a database, in the order in which it is moved: without its database a log says nothing. */
const endings = ['-wal', '-shm', ''] as const;
const databases = ['cartera.db', join('office', 'office.db')] as const;
/** What is of one key: moved as a whole, and set aside even where nothing comes in its place. */
const ofOneKey = ['files', join('office', 'content'), ...keysFiles] as const;
/** Tells head office, when it starts, that it knows less than it did. */
const officeMark = join('office', 'restored');

export function restoreFolder(dataDirectory: string): string {
  return join(dataDirectory, 'restore');
}

function orderPath(dataDirectory: string): string {
  return join(restoreFolder(dataDirectory), 'order.json');
}

/** Empties the folder in which a backup is made ready. */
export function clearRestoreFolder(dataDirectory: string): string {
  const folder = restoreFolder(dataDirectory);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'office'), { recursive: true });
  return folder;
}

/** From here on, what was made ready is what will be opened. */
export function orderRestore(dataDirectory: string, order: RestoreOrder) {
  syncFolder(join(restoreFolder(dataDirectory), 'office'));
  syncFolder(restoreFolder(dataDirectory));
  writeWhole(orderPath(dataDirectory), JSON.stringify(order));
  syncFolder(dataDirectory);
}

function readRestoreOrder(dataDirectory: string): RestoreOrder | null {
  const path = orderPath(dataDirectory);
  return existsSync(path) ? orderSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}

/**
 * Puts in place what was ordered, wherever it was cut off before; nothing is written over. Only while nobody has the data open.
 * @returns whether there was an order
 */
export function putOrderInPlace(dataDirectory: string): boolean {
  const order = readRestoreOrder(dataDirectory);
  if (!order) return false;
  const ready = restoreFolder(dataDirectory);
  const aside = join(dataDirectory, 'set-aside', order.setAside);
  for (const path of databases) {
    // What isn't ready any more is in place already.
    if (!existsSync(join(ready, path))) continue;
    for (const ending of endings) move(join(dataDirectory, path + ending), join(aside, path + ending));
    if (path !== databases[0]) writeWhole(join(dataDirectory, officeMark), '');
    move(join(ready, path), join(dataDirectory, path));
  }
  if (order.replaced === 'all') for (const path of ofOneKey) exchange(dataDirectory, aside, path);
  writeWhole(join(aside, 'set-aside.json'), JSON.stringify(order));
  rmSync(orderPath(dataDirectory));
  syncFolder(ready);
  rmSync(ready, { recursive: true, force: true });
  return true;
}

function exchange(dataDirectory: string, aside: string, path: string) {
  const ready = join(restoreFolder(dataDirectory), path);
  const done = join(restoreFolder(dataDirectory), `done-${path.replaceAll(/[^a-z.]/g, '-')}`);
  // What has its mark is in place already: where nothing was made ready, nothing else would tell.
  if (existsSync(done)) return;
  if (existsSync(ready) || !existsSync(join(aside, path))) move(join(dataDirectory, path), join(aside, path));
  move(ready, join(dataDirectory, path));
  writeWhole(done, '');
}

function move(from: string, to: string) {
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
  syncFolder(dirname(to));
  syncFolder(dirname(from));
}
