import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { RouterClient } from '@orpc/server';
import { createBackground } from '#core/background/background.ts';
import type { Core } from '#core/core.ts';
import { connect } from '#core/database/connection.ts';
import type { Connection } from '#core/database/connection.ts';
import { databasePath } from '#core/database/open-database.ts';
import { createFileStore } from '#core/file/file-store.ts';
import { createJobs } from '#core/job/jobs.ts';
import { ensureOwner, findActor, readOwner } from '#core/people/users.ts';
import { createStore } from '#core/records/store.ts';
import { router } from '#core/router.ts';
import { settle } from '#core/sync/settle.ts';
import type { Membership } from '#shared/sync/office-protocol.ts';
import { connectByFuse } from '#test/simulator/fuse.ts';
import type { Fuse } from '#test/simulator/fuse.ts';

export type Client = RouterClient<typeof router>;

/** A computer: a data folder, and the program that has it open. */
export interface Copy {
  readonly name: string;
  readonly branchId: string | null;
  readonly device: string;
  readonly directory: string;
  readonly fuse: Fuse;
  /** How far its clock is off, milliseconds. */
  skew: number;
  core: Core;
  client: Client;
  connection: Connection;
}

export interface CopyOptions {
  readonly name: string;
  readonly branchId: string | null;
  readonly device: string;
  readonly directory: string;
  readonly skew: number;
  readonly now: () => number;
}

/** Opens a data folder that is there. */
export function openCopy({ now, skew, ...given }: CopyOptions): Copy {
  const copy = { ...given, skew, fuse: { left: null, isBlown: false } } as unknown as Copy;
  start(copy, now);
  return copy;
}

function start(copy: Copy, now: () => number) {
  copy.fuse.left = null;
  copy.fuse.isBlown = false;
  copy.connection = connect(databasePath(copy.directory), { cacheSize: 4 });
  const time = () => now() + copy.skew;
  const store = createStore(connectByFuse(copy.connection, copy.fuse), time);
  ensureOwner(store);
  const unused = new Proxy({}, { get: (_, name) => () => Promise.reject(new Error(`${String(name)} isn't simulated`)) });
  copy.core = {
    dataDirectory: copy.directory,
    clock: { now: time, every: () => () => undefined },
    store,
    lists: unused as Core['lists'],
    files: createFileStore(join(copy.directory, 'files')),
    jobs: createJobs(),
    imports: unused as Core['imports'],
    background: createBackground(store),
    hub: unused as Core['hub'],
    backups: unused as Core['backups'],
    whileClosed: null,
    encryption: null,
    closing: new AbortController().signal,
    viewers: unused as Core['viewers'],
    owner: () => readOwner(store.db),
    actorOf: (userId) => findActor(store.db, userId),
    close: () => Promise.resolve(copy.connection.close()),
  };
  copy.client = createRouterClient(router, { context: () => ({ core: copy.core, actor: copy.core.owner(), apiAddress: null }) });
}

/** Ends the program as a power cut does, and starts it again on what is on the disk. */
export function restart(copy: Copy, now: () => number) {
  copy.connection.close();
  start(copy, now);
}

export function stop(copy: Copy) {
  copy.connection.close();
}

interface Joining {
  readonly brings: 'nothing' | 'data';
  readonly epoch: string;
}

/** Makes it a computer of the company, as joining with a code ends. */
export async function joinCompany(copy: Copy, { brings, epoch }: Joining) {
  const { device, name, branchId } = copy;
  const membership: Membership = {
    company: { id: 'company', name: 'Company' },
    device: { id: device, name, branchId, till: 1, isMain: true, brings },
    office: { id: 'office', name: 'Office', keys: { signing: '', agreement: '' }, epoch },
  };
  const settled = await settle(copy.core.store, { membership, keys: {} as never, addresses: [] });
  if (settled !== 'settled') throw new Error(settled);
}

/** Keeps the data as it is now, aside. */
export function backUp(copy: Copy, place = `${databasePath(copy.directory)}.backup`) {
  copy.connection.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(databasePath(copy.directory), place);
}

/** Puts data kept before back. */
export function putBack(copy: Copy, now: () => number, place = `${databasePath(copy.directory)}.backup`) {
  copy.connection.close();
  for (const end of ['-wal', '-shm']) rmSync(databasePath(copy.directory) + end, { force: true });
  copyFileSync(place, databasePath(copy.directory));
  start(copy, now);
}
