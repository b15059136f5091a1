import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serveTasks } from '#test/bench/sync/tasks.ts';

// PouchDB Server as express-pouchdb serves it, its data in LevelDB.

const [rivals = '', directory = '', port = '0'] = process.argv.slice(2);
const load = createRequire(join(rivals, 'package.json'));
interface App {
  use(middleware: unknown): void;
  listen(port: number, host: string, done: () => void): void;
}
const pouch = load('pouchdb') as { defaults(options: object): unknown };
const servePouch = load('express-pouchdb') as (pouch: unknown, options: object) => unknown;
const express = load('express') as () => App;
mkdirSync(directory, { recursive: true });
process.chdir(directory);
const app = express();
app.use(
  servePouch(pouch.defaults({ prefix: `${directory}/` }), {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: '/dev/null',
  }),
);
await new Promise<void>((resolve) => app.listen(Number(port), '127.0.0.1', resolve));
serveTasks({});
