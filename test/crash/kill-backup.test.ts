import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listBackups } from '#core/backup/backup-file.ts';
import { inspectFile } from '#core/backup/inspect-database.ts';
import { readPlaces } from '#core/backup/places.ts';
import { checkData } from '#core/check/check-data.ts';
import { openData } from '#core/host/command-line/open-data.ts';
import { createDemo } from '#core/demo/commands.ts';
import { createBackups } from '#core/backup/backups.ts';
import { holdFiles } from '#core/backup/hold-files.ts';
import { createJobs } from '#core/job/jobs.ts';
import { createParty } from '#core/party/commands.ts';
import { ended, kill, spreadMoments, startProgram } from '#test/crash/kill-program.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

const rounds = 6;
const people = 1500;

/** A shop with a backup, and one client since. */
async function makeShop() {
  const data = makeTestDirectory();
  const { connection, store, actor } = openData(data);
  store.performNow({ actor, kind: 'demo', subject: '' }, (act) => createDemo(act, { contacts: people, seed: 1 }));
  await createBackups({ store, jobs: createJobs(), dataDirectory: data, files: holdFiles() }).run('manual');
  store.performNow({ actor, kind: 'create', subject: '' }, (act) => createParty(act, 'contact', { givenName: 'Since' }));
  connection.close();
  return data;
}

/** Ends a command as a power cut would, so long (milliseconds) after it began to work. */
async function killAfter(data: string, command: readonly string[], after: number) {
  const program = startProgram(['core/host/cartera.ts', ...command, '--data', data]);
  onTestFinished(() => kill(program));
  const end = ended(program);
  await Promise.race([sleep(after), once(program, 'exit')]);
  kill(program);
  await end;
}

async function look(data: string) {
  const { connection, files } = openData(data);
  const since = connection.readColumn<[], number>("SELECT count(*) FROM party WHERE given_name = 'Since'").get();
  const { faults } = await checkData(connection, files);
  connection.close();
  return { since, faults };
}

describe('a program killed', () => {
  it('while it backs up leaves no backup that isn’t whole', { timeout: 120_000 }, async () => {
    const data = await makeShop();
    for (const moment of spreadMoments(rounds, 16)) {
      await killAfter(data, ['backup'], 300 + moment * 2500);
      for (const { path, counts } of await listBackups(readPlaces(data)))
        expect(inspectFile({ path, key: null })?.counts).toEqual(counts);
    }
    expect(await look(data)).toEqual({ since: 1, faults: [] });
  });

  it('while it brings back a backup leaves the data as it was, or as it was to be', { timeout: 180_000 }, async () => {
    const data = await makeShop();
    const found = new Set<number | undefined>();
    for (const moment of spreadMoments(rounds, 17)) {
      await killAfter(data, ['restore', 'last'], 400 + moment * 4000);
      const { since, faults } = await look(data);
      expect(faults).toEqual([]);
      found.add(since);
    }
    for (const since of found) expect([0, 1]).toContain(since);
  });
});
