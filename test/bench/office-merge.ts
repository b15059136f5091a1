import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { pack } from '#shared/sync/pack.ts';
import type { Batch, SyncRequest } from '#shared/sync/protocol.ts';
import { changesInBatch } from '#shared/sync/protocol.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import { createClock } from '#shared/sync/stamp.ts';
import { chainHash, chainStart } from '#wire/hash.ts';
import { exchange } from '#office/exchange.ts';
import { openOfficeStore } from '#office/store/open-office-store.ts';

/**
 * How fast head office takes changes and serves pages: 100,000 clients of 12 fields, then an edit of two fields of each, then all of
 * it again. `node test/bench/office-merge.ts [postgres://...]`
 */
const clients = Number(process.env['CLIENTS'] ?? 100_000);
const directory = mkdtempSync(join(tmpdir(), 'cartera-bench-'));
const database = process.argv[2];
const store = await openOfficeStore(database === undefined ? { data: directory } : { database });
const run = v7().slice(-6);
const [writer, reader] = [`w${run}`, `r${run}`];
for (const device of [writer, reader])
  await store.transaction((tx) =>
    tx.run(
      `INSERT INTO device (id, branch_id, name, keys, status, is_main, brings, clock_part, created_at, cursor, waiting, last_stamp)
       VALUES (?, ?, '', '{}', 'active', 1, 0, NULL, 0, 0, 0, '')`,
      device,
      `branch-${device}`,
    ),
  );

const clock = createClock(writer.slice(0, 8), () => Date.now());
const ids = Array.from({ length: clients }, () => v7());
const none = { type: 'party', gone: null, seen: {}, by: 'Ana', stamps: {} };
const texts = ['Ana García', 'Calle Mayor 5', 'Vigo', '36201', 'ana@example.com', 'wants a white door, 90 cm'];
const created = ids.map((id): RecordChange => {
  const fields = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`field${index}`, `${texts[index % 6]} ${id.slice(-5)}`]),
  );
  return { ...none, id, base: clock.next(), fields: { ...fields, branchId: `branch-${writer}` } };
});
const edited = ids.map((id, index): RecordChange => {
  const stamp = clock.next();
  const seen = created[index]?.base ?? '';
  const fields = { field1: `Calle Menor ${index}`, field2: 'Lugo' };
  return { ...none, id, base: null, fields, stamps: { field1: stamp, field2: stamp }, seen: { field1: seen, field2: seen } };
});

let line = { counter: 0, hash: chainStart };
let epoch: string | null = null;

function request(batch: Batch | null, records = 0): SyncRequest {
  return {
    kind: 'sync',
    protocol: 1,
    schema: 1,
    program: '',
    at: Date.now(),
    epoch,
    cursor: 0,
    acknowledged: line,
    batch,
    waiting: 1,
    records,
  };
}

let cpu = process.cpuUsage();

async function deliver(changes: readonly RecordChange[], incarnation: string) {
  const batches: Batch[] = [];
  for (let from = 0; from < changes.length; from += changesInBatch) {
    const packed = pack(changes.slice(from, from + changesInBatch));
    const previous = batches.at(-1)?.hash ?? line.hash;
    const counter = line.counter + batches.length + 1;
    batches.push({ counter, previous, hash: chainHash(previous, packed), changes: packed });
  }
  const start = performance.now();
  cpu = process.cpuUsage();
  for (const batch of batches) {
    const answer = await exchange(store, { device: writer, incarnation, request: request(batch), now: Date.now() });
    if (answer.kind !== 'sync' || answer.push?.type !== 'taken') throw new Error(JSON.stringify(answer));
    if (answer.push.refused.length > 0) throw new Error(JSON.stringify(answer.push.refused[0]));
    epoch = answer.epoch;
    line = { counter: answer.push.counter, hash: answer.push.hash };
  }
  return rate(changes.length, start);
}

/** By the clock, and by what one core of this process could do if nobody else used it. */
function rate(count: number, start: number): string {
  const { user, system } = process.cpuUsage(cpu);
  const [seconds, busy] = [(performance.now() - start) / 1000, (user + system) / 1_000_000];
  const text = (value: number) => `${Math.round(count / value).toLocaleString('en')}/s`;
  return `${text(seconds).padStart(12)}${text(busy).padStart(16)} of a core`;
}

async function pull(): Promise<string> {
  const start = performance.now();
  cpu = process.cpuUsage();
  const from = { epoch: null as string | null, position: 0 };
  for (let count = 0; ;) {
    const acknowledged = { counter: 0, hash: chainStart };
    const asked = { ...request(null, 2000), epoch: from.epoch, cursor: from.position, acknowledged, waiting: 0 };
    const answer = await exchange(store, { device: reader, incarnation: 'r', request: asked, now: Date.now() });
    if (answer.kind !== 'sync' || !answer.page) throw new Error(JSON.stringify(answer));
    count += answer.page.changes.reduce((sum, { columns }) => sum + (columns[0]?.length ?? 0), 0);
    from.epoch = answer.epoch;
    from.position = answer.page.next;
    if (answer.page.next === answer.page.head) return rate(count, start);
  }
}

const lines = [
  ['clients created', await deliver(created, 'one')],
  ['edits of two fields', await deliver(edited, 'one')],
  ['changes served', await pull()],
] as [string, string][];
line = { counter: 0, hash: chainStart };
lines.push(['changes that are there already', await deliver(created, 'two')]);
process.stdout.write(`${lines.map(([what, figure]) => `${what.padEnd(32)}${figure}`).join('\n')}\n`);
await store.close();
rmSync(directory, { recursive: true, force: true });
