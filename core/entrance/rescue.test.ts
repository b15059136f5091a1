import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEntrance } from '#core/entrance/entrance.ts';
import { entranceRouter } from '#core/entrance/handlers.ts';
import { openData } from '#core/host/command-line/open-data.ts';
import { databasePath } from '#core/database/open-database.ts';
import { createBackups } from '#core/backup/backups.ts';
import { holdFiles } from '#core/backup/hold-files.ts';
import { createJobs } from '#core/job/jobs.ts';
import { createParty } from '#core/party/commands.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

/** A shop with Ana in a backup and Eva since, whose file's first bytes are gone. */
async function openDamaged({ withBackup = true } = {}) {
  const directory = makeTestDirectory();
  const { connection, store, actor } = openData(directory);
  const create = (givenName: string) =>
    store.performNow({ actor, kind: 'create', subject: givenName }, (act) => createParty(act, 'contact', { givenName }));
  create('Ana');
  if (withBackup) await createBackups({ store, jobs: createJobs(), dataDirectory: directory, files: holdFiles() }).run('manual');
  create('Eva');
  connection.close();
  const bytes = readFileSync(databasePath(directory));
  bytes.fill(0, 0, 100);
  writeFileSync(databasePath(directory), bytes);
  return { directory, ...enter(directory) };
}

function enter(directory: string) {
  const entrance = createEntrance({ dataDirectory: directory });
  onTestFinished(() => entrance.close());
  const client = createRouterClient(entranceRouter, { context: { entrance } });
  const names = () => entrance.core()?.store.db.readColumn<[], string>('SELECT given_name FROM party ORDER BY 1').all();
  return { entrance, client, names };
}

describe('data that is damaged when the program starts', () => {
  it('is brought back from its last backup when somebody says so', async () => {
    const { client, names } = await openDamaged();
    expect(await client.state()).toMatchObject({ type: 'damaged' });
    const [last] = await client.rescue.backups();
    await client.rescue.restore({ id: last?.id ?? '' });
    expect(await client.state()).toEqual({ type: 'open' });
    expect(names()).toEqual(['Ana']);
  });

  it('is repaired when somebody says so, with all that was in no backup', async () => {
    const { client, names } = await openDamaged({ withBackup: false });
    expect(await client.rescue.backups()).toEqual([]);
    expect(await client.rescue.survey()).toContainEqual({ table: 'party', saved: 2, lost: 0 });
    const report = await client.rescue.repair();
    expect(report).toMatchObject({ loose: 0, faults: 0 });
    expect(names()).toEqual(['Ana', 'Eva']);
  });

  it('is told to be worked on while it is', async () => {
    const { client } = await openDamaged();
    let isDone = false;
    const repaired = client.rescue.repair().finally(() => (isDone = true));
    const seen = new Set<string>();
    while (!isDone) {
      const state = await client.state();
      seen.add(state.type === 'working' ? `${state.work} ${state.total === null ? 'begun' : 'counted'}` : state.type);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await repaired;
    expect([...seen].filter((state) => state !== 'damaged' && state !== 'open')).toEqual([
      'repairing begun',
      'repairing counted',
    ]);
  });

  it('isn’t the only thing that is let be done to it: once it is open, none of that is', async () => {
    const { client } = await openDamaged();
    await client.rescue.repair();
    for (const call of [
      client.rescue.backups(),
      client.rescue.survey(),
      client.rescue.repair(),
      client.rescue.openAnyway(),
      client.rescue.restore({ id: 'x' }),
    ])
      await expect(call).rejects.toMatchObject({ code: 'NOT_NEEDED' });
  });
});

it('says that the data couldn’t be brought up to date, and where the copy made before is', async () => {
  const directory = makeTestDirectory();
  const { connection } = openData(directory);
  connection.pragma('user_version = 130');
  connection.close();
  const { client } = enter(directory);
  const backup = expect.stringMatching(/beforeMigration\.db$/) as string;
  expect(await client.state()).toEqual({ type: 'notUpdated', path: databasePath(directory), backup });
  await expect(client.rescue.repair()).rejects.toMatchObject({ code: 'NOT_NEEDED' });
});

it('asks once before it opens data in a cloud folder, and never again', async () => {
  const directory = join(makeTestDirectory(), 'Dropbox', 'cartera');
  const { client } = enter(directory);
  expect(await client.state()).toMatchObject({ type: 'inCloudFolder', by: 'Dropbox' });
  await client.rescue.openAnyway();
  expect(await client.state()).toEqual({ type: 'open' });
});
