import { rmSync } from 'node:fs';
import { openDatabase } from '#core/database/open-database.ts';
import { createDemo } from '#core/demo/commands.ts';
import { ensureOwner, readOwner } from '#core/people/users.ts';
import { createStore } from '#core/records/store.ts';
import { timeBareInserts } from '#test/bench/bare-inserts.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { rateOf, timeOf } from '#test/bench/measure.ts';

/** Making up contacts and saving them as one act into an empty database. */
export async function measureDemo(directory: string, contacts: number): Promise<readonly Figure[]> {
  const [made, bare] = [`${directory}/demo-made`, `${directory}/demo-bare`];
  for (const path of [made, bare]) rmSync(path, { recursive: true, force: true });
  try {
    const connection = openDatabase(made, { cacheSize: 256 });
    const store = createStore(connection);
    ensureOwner(store);
    const request = { actor: readOwner(store.db), kind: 'demo', subject: '' } as const;
    openDatabase(bare).close();
    const milliseconds = await timeOf(() =>
      store.performNow(request, (act) => createDemo(act, { contacts, seed: 5, country: 'ES' })),
    );
    connection.close();
    const ceiling = rateOf(contacts, timeBareInserts(made, bare));
    return [toFigure('Demo contacts', { ours: rateOf(contacts, milliseconds), ceiling, goal: { ratio: 2 } })];
  } finally {
    for (const path of [made, bare]) rmSync(path, { recursive: true, force: true });
  }
}
