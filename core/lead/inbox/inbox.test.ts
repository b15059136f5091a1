import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookIntoInbox } from '#core/lead/inbox/inbox.ts';
import { readInboxLog } from '#core/lead/inbox/inbox-log.ts';
import { importLeads } from '#core/lead/import-leads.ts';
import { listLeads } from '#core/lead/queries.ts';
import type { Settings } from '#shared/settings/contract.ts';
import { makeTestDirectory, openTestCore } from '#test/factories/open-test-core.ts';

async function openInbox(settings: Partial<Settings> = {}) {
  const { core, client, directory } = await openTestCore({ language: 'es', ...settings });
  const folder = join(directory, 'inbox');
  let time = 0;
  const look = (after = 2000) => {
    time += after;
    return lookIntoInbox(core, () => time);
  };
  await look();
  return {
    core,
    client,
    directory,
    folder,
    look,
    /** Looks as often as it takes to see that nobody writes any more. */
    async takeIn() {
      await look();
      await look();
    },
    drop: (name: string, content: string) => writeFileSync(join(folder, name), content),
    leads: () => listLeads(core.store.db, { text: '', offset: 0, limit: 500 }, 'ES'),
  };
}

const lead = (name: string) => JSON.stringify({ name, phone: '625607313' });

describe('the watched folder', () => {
  it('takes in what is dropped there, and moves it to done', async () => {
    const inbox = await openInbox();
    inbox.drop('one.json', lead('Ana'));
    inbox.drop('two.csv', 'nombre,teléfono\nLuis,625607314\n');
    await inbox.takeIn();
    expect(inbox.leads().total).toBe(2);
    expect(readdirSync(inbox.folder)).toEqual(['done']);
    expect(readdirSync(join(inbox.folder, 'done')).toSorted()).toEqual(['one.json', 'two.csv']);
    expect(readInboxLog(inbox.core.store.db).map(({ name, created }) => [name, created])).toContainEqual(['two.csv', 1]);
  });

  it('waits until nobody writes to a file any more', async () => {
    const inbox = await openInbox();
    inbox.drop('slow.csv', 'nombre,teléfono\nAna,625607313\n');
    await inbox.look();
    inbox.drop('slow.csv', 'nombre,teléfono\nAna,625607313\nLuis,625607314\n');
    await inbox.look(1000);
    expect(inbox.leads().total).toBe(0);
    await inbox.look(1000);
    expect(inbox.leads().total).toBe(0);
    await inbox.look(1000);
    expect(inbox.leads().total).toBe(2);
  });

  it('keeps two files of one name apart', async () => {
    const inbox = await openInbox();
    inbox.drop('lead.json', lead('Ana'));
    await inbox.takeIn();
    inbox.drop('lead.json', lead('Luis'));
    await inbox.takeIn();
    expect(inbox.leads().total).toBe(2);
    expect(readdirSync(join(inbox.folder, 'done')).toSorted()).toEqual(['lead (2).json', 'lead.json']);
  });

  it('puts what it cannot read aside, and says why in the language of the shop', async () => {
    const inbox = await openInbox();
    inbox.drop('broken.json', '{"name": ');
    inbox.drop('nobody.json', '{"message": "Hola"}');
    inbox.drop('good.json', lead('Ana'));
    await inbox.takeIn();
    expect(inbox.leads().total).toBe(1);
    const failed = join(inbox.folder, 'failed');
    expect(readdirSync(failed).toSorted()).toEqual(['broken.json', 'broken.json.txt', 'nobody.json', 'nobody.json.txt']);
    expect(readFileSync(join(failed, 'broken.json.txt'), 'utf8')).toContain('El archivo está dañado');
    const log = readInboxLog(inbox.core.store.db);
    expect(Object.fromEntries(log.map(({ name, failure }) => [name, failure]))).toEqual({
      'broken.json': 'damaged',
      'good.json': null,
      'nobody.json': 'noRows',
    });
  });

  it('brings nothing twice when the program was killed before it moved the file', async () => {
    const inbox = await openInbox();
    inbox.drop('lead.json', lead('Ana'));
    await importLeads(inbox.core, { path: join(inbox.folder, 'lead.json'), name: 'lead.json', actor: inbox.core.owner() });
    expect(existsSync(join(inbox.folder, 'lead.json'))).toBe(true);
    await inbox.takeIn();
    expect(inbox.leads().total).toBe(1);
    expect(readdirSync(join(inbox.folder, 'done'))).toEqual(['lead.json']);
    expect(readInboxLog(inbox.core.store.db)).toMatchObject([{ name: 'lead.json', created: 0, known: 1 }]);
  });

  it('takes in two hundred files at once, each as one act', async () => {
    const inbox = await openInbox();
    const before = (await inbox.client.history.acts({})).total;
    for (let number = 0; number < 200; number++) inbox.drop(`${number}.json`, lead(`Client ${number}`));
    await inbox.takeIn();
    expect(inbox.leads().total).toBe(200);
    expect((await inbox.client.history.acts({})).total - before).toBe(200);
    expect(readdirSync(join(inbox.folder, 'done'))).toHaveLength(200);
  });

  it('leaves alone what is hidden, being written, something else, or a link', async () => {
    const inbox = await openInbox();
    const outside = join(makeTestDirectory(), 'secret.csv');
    writeFileSync(outside, 'name,phone\nSecret,625607313\n');
    symlinkSync(outside, join(inbox.folder, 'link.csv'));
    for (const name of ['.hidden.csv', '~$book.xlsx', 'list.csv.part', 'list.csv.crdownload', 'photo.jpg'])
      inbox.drop(name, lead('Ana'));
    mkdirSync(join(inbox.folder, 'folder.csv'));
    await inbox.takeIn();
    await inbox.takeIn();
    expect(inbox.leads().total).toBe(0);
    expect(readdirSync(inbox.folder)).toHaveLength(7);
    expect(readFileSync(outside, 'utf8')).toContain('Secret');
  });

  it('gives an empty file time to be written', async () => {
    const inbox = await openInbox();
    inbox.drop('late.json', '');
    await inbox.takeIn();
    expect(readdirSync(inbox.folder)).toEqual(['late.json']);
    inbox.drop('late.json', lead('Ana'));
    utimesSync(join(inbox.folder, 'late.json'), 1, 1);
    await inbox.takeIn();
    expect(inbox.leads().total).toBe(1);
  });

  it('is the one of the settings, but never the data folder itself', async () => {
    const elsewhere = join(makeTestDirectory(), 'requests');
    const inbox = await openInbox({ inboxFolder: elsewhere });
    writeFileSync(join(elsewhere, 'lead.json'), lead('Ana'));
    await inbox.takeIn();
    expect(inbox.leads().total).toBe(1);
    await inbox.client.settings.update({ inboxFolder: inbox.directory });
    await inbox.look();
    expect(existsSync(inbox.folder)).toBe(true);
  });
});
