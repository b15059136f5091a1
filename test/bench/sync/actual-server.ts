import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveTasks } from '#test/bench/sync/tasks.ts';

// Actual's sync server as it is started, its data in SQLite. A request of 100,000 changes is more than it takes unless told.

const [rivals = '', directory = '', port = '0'] = process.argv.slice(2);
const [megabytes, files, budgets] = ['4000', join(directory, 'server'), join(directory, 'user')];
for (const folder of [files, budgets]) mkdirSync(folder, { recursive: true });
Object.assign(process.env, {
  ACTUAL_DATA_DIR: directory,
  ACTUAL_SERVER_FILES: files,
  ACTUAL_USER_FILES: budgets,
  ACTUAL_PORT: port,
  ACTUAL_HOSTNAME: '127.0.0.1',
  ACTUAL_UPLOAD_FILE_SYNC_SIZE_LIMIT_MB: megabytes,
  ACTUAL_UPLOAD_SYNC_ENCRYPTED_FILE_SYNC_SIZE_LIMIT_MB: megabytes,
  ACTUAL_UPLOAD_FILE_SIZE_LIMIT_MB: megabytes,
  NODE_ENV: 'production',
});
const list = createRequire(join(rivals, 'package.json')).resolve('@actual-app/sync-server/package.json');
await import(pathToFileURL(join(dirname(list), 'build/app.js')).href);
for (let tries = 0; tries < 200; tries += 1) {
  const isThere = await fetch(`http://127.0.0.1:${port}/account/needs-bootstrap`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isThere) break;
  await new Promise((resolve) => setTimeout(resolve, 100));
}
serveTasks({});
