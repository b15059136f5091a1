import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { openDatabase } from '#core/database/open-database.ts';
import { createDemoDeals } from '#core/demo/demo-deals.ts';
import { readOwner } from '#core/people/users.ts';
import { createStore } from '#core/records/store.ts';

const dealsPerAct = 20_000;
/** A board as wide as a screen. */
export const stagesOfBoard = 8;

/** The folder of a base that has so many open deals in {@link stagesOfBoard} stages too, made the first time it is asked for. */
export function ensureSalesBase(base: string, deals: number): string {
  const path = `${base}-deals-${deals}`;
  if (existsSync(path)) return path;
  const unfinished = `${path}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(base, unfinished, { recursive: true });
  const connection = openDatabase(unfinished, { cacheSize: 512 });
  const store = createStore(connection);
  const actor = readOwner(store.db);
  const startedAt = performance.now();
  for (let made = 0; made < deals; made += dealsPerAct) {
    const request = { deals: Math.min(dealsPerAct, deals - made), seed: 1 + made, stages: stagesOfBoard };
    store.performNow({ actor, kind: 'demo', subject: '' }, (act) => createDemoDeals(act, request));
    const rate = Math.round((made + request.deals) / ((performance.now() - startedAt) / 1000));
    process.stderr.write(`\rMaking deals: ${made + request.deals} of ${deals}, ${rate} a second `);
  }
  process.stderr.write('\n');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
  renameSync(unfinished, path);
  return path;
}
