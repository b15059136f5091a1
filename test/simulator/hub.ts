import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Fault, SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';
import { unpack } from '#shared/sync/pack.ts';
import type { Batch, CompareRequest, CompareResponse } from '#shared/sync/protocol.ts';
import { exchange } from '#office/exchange.ts';
import { readHeld } from '#office/merge/held-record.ts';
import type { HeldRecord } from '#office/merge/held-record.ts';
import { openOfficeStore } from '#office/store/open-office-store.ts';
import type { OfficeStore } from '#office/store/office-store.ts';

/** Who asks, as head office's program knows it after a message was opened. */
export interface Asker {
  readonly device: string;
  readonly incarnation: string;
  readonly maxBytes?: number;
}

type Request = SyncRequest | CompareRequest;
type Response = SyncResponse | CompareResponse | Fault;

/** Head office's program on a real database. */
export interface Hub {
  store(): OfficeStore;
  /** Answers a message, which travels as JSON. */
  answer(asker: Asker, request: Request): Promise<Response>;
  enrol(device: {
    readonly id: string;
    readonly branchId: string | null;
    readonly brings: boolean;
    readonly part: string;
  }): Promise<void>;
  /** Old stamps and those they were set back to, as ever answered. */
  readonly restamped: Map<string, string>;
  /** All stamps that ever came in a batch. */
  readonly heard: Set<string>;
  backUp(): void;
  /** Puts the data of the last backup back. @returns false when there is none */
  restore(): Promise<boolean>;
  /** Everything it has. */
  records(): Promise<readonly HeldRecord[]>;
  seq(): Promise<number>;
  close(): Promise<void>;
}

export async function openHub(directory: string, now: () => number): Promise<Hub> {
  const path = join(directory, 'office.db');
  let store = await openOfficeStore({ data: directory });
  let hasBackup = false;
  const restamped = new Map<string, string>();
  const heard = new Set<string>();
  return {
    store: () => store,
    restamped,
    heard,
    async answer({ device, incarnation, maxBytes }, request) {
      const passed = JSON.parse(JSON.stringify(request)) as Request;
      if (passed.kind === 'sync' && passed.batch) hear(heard, passed.batch);
      const asked = { device, incarnation, request: passed, now: now(), ...(maxBytes === undefined ? {} : { maxBytes }) };
      const response = JSON.parse(JSON.stringify(await exchange(store, asked))) as Response;
      if (response.kind === 'sync' && response.push?.type === 'taken')
        for (const [old, made] of response.push.restamped) restamped.set(old, made);
      return response;
    },
    async enrol({ id, branchId, brings, part }) {
      await store.transaction((tx) =>
        tx.run(
          `INSERT INTO device (id, branch_id, name, keys, status, is_main, brings, clock_part, created_at, cursor, waiting, last_stamp)
           VALUES (?, ?, ?, '{}', 'active', 1, ?, ?, ?, 0, 0, '')`,
          id,
          branchId,
          id,
          Number(brings),
          part,
          now(),
        ),
      );
    },
    backUp() {
      const database = new Sqlite(path);
      database.pragma('wal_checkpoint(TRUNCATE)');
      copyFileSync(path, `${path}.backup`);
      database.close();
      hasBackup = true;
    },
    async restore() {
      if (!hasBackup) return false;
      await store.close();
      for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
      copyFileSync(`${path}.backup`, path);
      store = await openOfficeStore({ data: directory });
      return true;
    },
    records: () =>
      store.read(async (tx) => {
        const keys = await tx.all<{ type: string; id: string }>('SELECT type, id FROM record ORDER BY type, id');
        return [
          ...(
            await readHeld(
              tx,
              keys.map(({ type, id }) => [type, id]),
            )
          ).values(),
        ];
      }),
    async seq() {
      const [row] = await store.read((tx) => tx.all<{ seq: number }>('SELECT seq FROM company'));
      return row?.seq ?? 0;
    },
    close: () => store.close(),
  };
}

function hear(heard: Set<string>, batch: Batch) {
  for (const { base, gone, stamps } of unpack(batch.changes))
    for (const stamp of [base, gone, ...Object.values(stamps)]) if (stamp !== null) heard.add(stamp);
}
