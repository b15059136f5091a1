import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { copyDatabase } from '#core/database/copy-database.ts';
import type { DatabaseCopy } from '#core/database/copy-database.ts';
import { copyFiles } from '#core/encryption/copy-files.ts';

export interface ChangeWork {
  readonly dataDirectory: string;
  /** The folder in which it is made ready. */
  readonly ready: string;
  readonly keys: { readonly from: string | null; readonly to: string | null };
}

export type ChangeAnswer =
  | { readonly type: 'made' }
  | { readonly type: 'failed'; readonly code: string | null; readonly message: string };

const { dataDirectory, ready, keys } = workerData as ChangeWork;
const copies: DatabaseCopy[] = [];
const tell = (answer: ChangeAnswer) => parentPort?.postMessage(answer);

try {
  for (const name of ['cartera.db', join('office', 'office.db')]) {
    const path = join(dataDirectory, name);
    if (existsSync(path)) copies.push(copyDatabase({ path, key: keys.from }, { path: join(ready, name), key: keys.to }));
  }
  for (const name of ['files', join('office', 'content')])
    if (existsSync(join(dataDirectory, name))) await copyFiles({ from: join(dataDirectory, name), to: join(ready, name), keys });
  // Nobody else opens what was copied until it is decided what counts.
  parentPort?.once('message', release);
  tell({ type: 'made' });
} catch (error) {
  for (const copy of copies) copy.release();
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  tell({ type: 'failed', code: typeof code === 'string' ? code : null, message: String(message ?? error) });
}

function release() {
  for (const copy of copies) copy.release();
  parentPort?.close();
}
