import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { freePort, startProxy } from '#test/bench/sync/proxy.ts';
import { startHelper } from '#test/bench/sync/tasks.ts';

interface WireOptions {
  readonly directory: string;
  readonly customers: number;
}

interface Synced {
  readonly time: number;
  readonly firstList: number | null;
}

/** What crosses the wire between real programs, sealed, the heads of HTTP included; and how soon a new branch can work. */
export async function measureWire({ directory, customers }: WireOptions): Promise<readonly Figure[]> {
  const place = join(directory, 'wire');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const port = await freePort();
  const office = await startHelper('office-process.ts', { args: [join(place, 'office'), String(port)] });
  const { adminKey } = await office.ask<{ adminKey: string }>('where');
  const proxy = await startProxy(port);
  const [head, first, second] = await Promise.all(
    ['head', 'first', 'second'].map((name) => startHelper('copy-process.ts', { args: [join(place, name)] })),
  );
  if (!head || !first || !second) throw new Error('no helper');
  const per = (bytes: number) => ({ unit: 'bytes', value: bytes / customers }) as const;
  try {
    await head.ask('found', { address: `http://127.0.0.1:${port}`, adminKey });
    await first.ask('join', { code: await head.ask('invite'), address: proxy.address });
    await first.ask('sync');
    await first.ask('create', customers);
    proxy.take();
    await first.ask('sync');
    const created = proxy.take();
    await second.ask('join', { code: await head.ask('invite'), address: proxy.address });
    proxy.take();
    const began = await second.ask<Synced>('sync');
    const bootstrap = proxy.take();
    await first.ask('edit', { count: customers, round: 1 });
    await first.ask('sync');
    const edited = proxy.take();
    await second.ask('sync');
    const fetched = proxy.take();
    await second.ask('sync');
    const idle = proxy.take();
    const seconds = (milliseconds: number) => ({ unit: 's', value: milliseconds / 1000 }) as const;
    const megabytes = { unit: 'MB', value: ((bootstrap.up + bootstrap.down) / 1e6) * (100_000 / customers) } as const;
    const idleBytes = { unit: 'bytes', value: idle.up + idle.down } as const;
    return [
      toFigure('Wire: a new customer, sent', { ours: per(created.up + created.down) }),
      toFigure('Wire: an edit of two fields, sent', { ours: per(edited.up + edited.down), goal: { atMost: 60 } }),
      toFigure('Wire: an edit of two fields, fetched', { ours: per(fetched.up + fetched.down), goal: { atMost: 60 } }),
      toFigure('Idle: bytes, both ways, with heads of HTTP', { ours: idleBytes }),
      toFigure('Idle: round trips', { ours: { unit: 'round trips', value: idle.roundTrips }, goal: { atMost: 1 } }),
      toFigure('New branch: 100,000 customers on the wire', { ours: megabytes, goal: { atMost: 10 } }),
      toFigure('New branch: first list', { ours: seconds(began.firstList ?? Number.NaN), ceiling: seconds(began.time) }),
      toFigure(`New branch: all ${customers.toLocaleString('en')}`, { ours: seconds(began.time) }),
    ];
  } finally {
    for (const helper of [head, first, second, office]) await helper.stop();
    await proxy.close();
  }
}
