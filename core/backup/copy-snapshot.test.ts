import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { copySnapshot } from '#core/backup/copy-snapshot.ts';
import { holdFiles } from '#core/backup/hold-files.ts';
import { connect } from '#core/database/connection.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

const rows = 4000;
const copies = 25;
const keys = [null, '0123456789abcdef'.repeat(4)];

/** Moves money between rows all the time, far apart in the file, and begins the log anew as often as it can. */
const mover = `
  const { workerData } = require('node:worker_threads');
  import(workerData.module).then(({ connect }) => {
    const db = connect(workerData.file, { busyTimeout: 10000 });
    db.pragma('wal_autocheckpoint = 20');
    for (let n = 1; Atomics.load(workerData.flag, 0) === 0; n++) {
      const [from, to] = [1 + (n * 7) % ${rows}, 1 + (n * 1009 + 5) % ${rows}];
      db.transaction((tx) => {
        tx.write('UPDATE account SET sum = sum - 1 WHERE id = ?').run(from);
        tx.write('UPDATE account SET sum = sum + 1 WHERE id = ?').run(to);
      });
      if (n % 50 === 0) db.pragma('wal_checkpoint(TRUNCATE)');
    }
    db.close();
  });`;

it.each(keys)('is of one moment, however much is saved meanwhile (key: %s)', async (key) => {
  const directory = makeTestDirectory();
  const file = { path: join(directory, 'a.db'), key };
  const db = connect(file);
  db.execute('CREATE TABLE account (id INTEGER PRIMARY KEY, sum INTEGER, padding BLOB)');
  db.execute(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
    INSERT INTO account SELECT i, 100, randomblob(900) FROM n`);
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(mover, {
    eval: true,
    workerData: { file, flag, module: new URL('../database/connection.ts', import.meta.url).href },
  });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const files = holdFiles();
  onTestFinished(async () => {
    Atomics.store(flag, 0, 1);
    await ended;
    db.close();
    files.close();
  });
  const seen = new Set<string>();
  for (let number = 0; number < copies; number++) {
    const to = join(directory, `copy-${number}.db`);
    copySnapshot({ file, descriptor: files.open(file.path) ?? 0, to });
    expect([existsSync(`${to}-wal`), existsSync(`${to}-shm`)]).toEqual([false, false]);
    const copy = connect({ path: to, key }, { readonly: true });
    expect(copy.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(copy.readColumn<[], number>('SELECT sum(sum) FROM account').get()).toBe(rows * 100);
    seen.add(JSON.stringify(copy.readColumn<[], number>('SELECT sum FROM account WHERE sum <> 100 ORDER BY id').all()));
    copy.close();
  }
  // Or else nothing was saved meanwhile, and any copy is of one moment.
  expect(seen.size).toBeGreaterThan(copies / 2);
});
