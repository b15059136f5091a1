import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What others are made of: fetched when somebody compares, not with the program. */
const packages = {
  pouchdb: '9.0.0',
  'express-pouchdb': '4.2.0',
  express: '4.22.3',
  '@actual-app/api': '26.9.0',
  '@actual-app/sync-server': '26.9.0',
} as const;

/** The SQLite that Cartera has, which comes ready made: Actual's own would have to be compiled here. */
const overrides = { 'better-sqlite3': 'npm:better-sqlite3-multiple-ciphers@13.0.3' } as const;

/** Installs the other programs, once. @returns the folder with their `package.json` */
export function ensureRivals(directory: string): string {
  const wanted = JSON.stringify({ private: true, dependencies: packages, overrides }, null, 2);
  const [list, stamp] = [join(directory, 'package.json'), join(directory, 'installed')];
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return directory;
  mkdirSync(directory, { recursive: true });
  writeFileSync(list, wanted);
  process.stderr.write('Installing PouchDB and Actual to compare with (once, some minutes)\n');
  const flags = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  execFileSync('npm', flags, { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(stamp, wanted);
  return directory;
}
