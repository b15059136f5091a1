import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { Core } from '#core/core.ts';
import { createEntrance } from '#core/entrance/entrance.ts';
import { router } from '#core/router.ts';
import { startOffice } from '#office/start-office.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';
import { freePort } from '#test/factories/company.ts';
import { mark, markedWord, plantMarked } from '#test/factories/plant-marked.ts';

const passphrase = 'correcto caballo';
const contacts = 900;

let temporary: string;
beforeEach(() => {
  temporary = '';
});
afterEach(() => vi.unstubAllEnvs());

/** Every file below a folder that says a marked word, as UTF-8 or UTF-16, in small or capital letters, in its name or content. */
function filesThatTell(folder: string): readonly string[] {
  const spellings = [mark, mark.toUpperCase()].flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')]);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter(
      (name) => name.toLowerCase().includes(mark) || spellings.some((word) => readFileSync(join(folder, name)).includes(word)),
    );
}

function clientOf(core: Core | null) {
  if (!core) throw new Error('not open');
  return createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
}

type Client = ReturnType<typeof clientOf>;

async function turnOn(client: Client) {
  const { recoveryCode, ask } = await client.encryption.prepareCode();
  const groups = recoveryCode.split('-');
  await client.encryption.turnOn({ passphrase, confirmed: [groups[ask[0] - 1] ?? '', groups[ask[1] - 1] ?? ''] });
}

async function ended(client: Client, jobId: string) {
  await expect.poll(async () => (await client.job.get({ id: jobId })).state, { timeout: 30_000 }).not.toBe('running');
  return client.job.get({ id: jobId });
}

async function importList(client: Client) {
  const rows = Array.from({ length: 60 }, (_, at) => `${markedWord()} ${markedWord()},6${String(11_000_000 + at)}`);
  const file = new File([`Nombre,Teléfono\n${rows.join('\n')}\n`], `${mark}.csv`);
  const { fileId } = await client.import.upload({ file });
  const { mapping } = await client.import.inspect({ fileId, country: 'ES' });
  const { jobId } = await client.import.run({ fileId, mapping, country: 'ES', duplicates: 'skip' } as never);
  expect(await ended(client, jobId)).toMatchObject({ state: 'done' });
}

/** A day at a shop, with marked words wherever anybody can write some. */
async function work(core: Core, client: Client) {
  const { partyId } = await plantMarked({ core, client });
  await client.customField.create({ label: markedWord(), type: 'text' });
  const made = [];
  for (let at = 0; at < contacts; at += 1)
    made.push(await client.contact.create({ givenName: markedWord(), notes: markedWord() }));
  for (const { id } of made.slice(0, 50)) await client.contact.update({ id, familyName: markedWord() });
  const { actId } = await client.contact.delete({ id: made[60]?.id ?? '' });
  await client.history.undo({ id: actId });
  await client.contact.delete({ id: made[61]?.id ?? '' });
  await client.party.purgeMany({ ids: [made[61]?.id ?? ''] });
  await client.search.find({ text: markedWord() });
  await client.file.attach({ id: partyId, file: new File([`${markedWord()} `.repeat(20_000)], `${markedWord()}.txt`) });
  const deal = await client.deal.create({ partyId: made[0]?.id ?? '', title: markedWord(), lines: [{ name: markedWord() }] });
  const { id } = await client.document.create({ dealId: deal.id, kind: 'quote', notes: markedWord() });
  expect((await client.document.download({ id, format: 'pdf' })).size).toBeGreaterThan(1000);
  await importList(client);
  await client.branch.startHub({ companyName: markedWord(), port: await freePort() });
  await client.sync.now({});
  expect((await client.export.archive()).size).toBeGreaterThan(10_000);
  expect(await ended(client, (await client.backup.run()).id)).toMatchObject({ state: 'done' });
}

it('leaves none of 1,000 marked values readable in the data folder or the temporary one', { timeout: 180_000 }, async () => {
  const root = makeTestDirectory();
  temporary = join(root, 'tmp');
  const dataDirectory = join(root, 'data');
  mkdirSync(temporary);
  for (const name of ['TMPDIR', 'TEMP', 'TMP', 'SQLITE_TMPDIR']) vi.stubEnv(name, temporary);
  const entrance = createEntrance({ dataDirectory, startOffice: (options) => startOffice({ ...options, host: '127.0.0.1' }) });
  onTestFinished(() => entrance.close());
  const plain = clientOf(entrance.core());
  await plain.settings.update({ country: 'ES' });
  await plain.contact.create({ givenName: markedWord() });
  // What a plain shop leaves: backups here and on a stick, and what one that was brought back took the place of.
  const stick = join(root, 'stick');
  mkdirSync(stick);
  await plain.backup.addPlace({ path: stick });
  expect(await ended(plain, (await plain.backup.run()).id)).toMatchObject({ state: 'done' });
  const [backup] = await plain.backup.list();
  await plain.backup.restore({ id: backup?.id ?? '' });
  const restored = clientOf(entrance.core());
  const readable = () => filesThatTell(root).map((name) => name.split(sep).slice(0, 2).join('/'));
  expect(new Set(readable())).toEqual(
    new Set(['data/backups', 'data/cartera.db', 'data/set-aside', expect.stringMatching(/^stick/)]),
  );
  await turnOn(restored);
  await expect.poll(() => entrance.state().type, { timeout: 30_000 }).toBe('open');
  await expect.poll(readable, { timeout: 30_000 }).toEqual([]);
  const core = entrance.core();
  if (!core) throw new Error('not open');
  await work(core, clientOf(core));
  expect(filesThatTell(dataDirectory)).toEqual([]);
  expect(filesThatTell(temporary)).toEqual([]);
  await entrance.close();
  expect(filesThatTell(root)).toEqual([]);
});
