import { rmSync } from 'node:fs';
import { openDatabase } from '#core/database/open-database.ts';
import { createDemo } from '#core/demo/commands.ts';
import { ensureOwner, readOwner } from '#core/people/users.ts';
import { createStore } from '#core/records/store.ts';
import { timeBareInserts } from '#test/bench/bare-inserts.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { rateOf } from '#test/bench/measure.ts';

/** Making up contacts and saving them as one act into an empty database. */
export function measureDemo(directory: string, contacts: number): readonly Figure[] {
  const [made, bare] = [`${directory}/demo-made`, `${directory}/demo-bare`];
  for (const path of [made, bare]) rmSync(path, { recursive: true, force: true });
  try {
    const connection = openDatabase(made, { cacheSize: 256 });
    const store = createStore(connection);
    ensureOwner(store);
    const request = { actor: readOwner(store.db), kind: 'demo', subject: '' } as const;
    openDatabase(bare).close();
    const usageBefore = process.cpuUsage();
    store.performNow(request, (act) => createDemo(act, { contacts, seed: 5, country: 'ES' }));
    const { user, system } = process.cpuUsage(usageBefore);
    connection.close();
    const ceiling = rateOf(contacts, timeBareInserts(made, bare));
    return [
      toFigure('Demo contacts for a second of processor', {
        ours: rateOf(contacts, (user + system) / 1000),
        ceiling,
        goal: { ratio: 2 },
      }),
    ];
  } finally {
    for (const path of [made, bare]) rmSync(path, { recursive: true, force: true });
  }
}
