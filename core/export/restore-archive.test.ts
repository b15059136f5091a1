import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import { archiveRecords } from '#core/export/archive-records.ts';
import { archiveRecordSchemas } from '#core/export/archive-schemas.ts';
import { restoreArchive } from '#core/export/restore-archive.ts';
import { undoAct } from '#core/history/commands.ts';
import { lastActs } from '#core/history/queries.ts';
import type { OpenData } from '#core/host/command-line/open-data.ts';
import { readPeople } from '#core/people/queries.ts';
import { search } from '#core/search/search.ts';
import type { RecordField } from '#core/records/record-type.ts';
import { exportAll, exportRecords, openTestData, readParts, readRecords, writeParts } from '#test/factories/archives.ts';
import type { ArchiveParts } from '#test/factories/archives.ts';
import { makeTestDirectory, openTestCore } from '#test/factories/open-test-core.ts';

const bytes = new Uint8Array([0, 255, 13, 10, 65]);

/** A shop with something of every kind of record, and an archive of it. */
async function openShop() {
  const test = await openTestCore({ country: 'RU', ownerName: 'Ольга', shopName: 'Окна', firstRunDone: true });
  const { client, core } = test;
  await client.customField.create({ label: 'Размер', type: 'number' });
  const ana = await client.contact.create({
    givenName: 'Анна',
    familyName: 'Ёлкина',
    nickname: 'Аня',
    birthday: '0000-05-12',
    notes: 'две\nстроки',
    phones: [
      {
        raw: '8 (916) 123-45-67',
        label: 'mobile',
      },
      { raw: 'доб. 5' },
    ],
    emails: [{ address: 'Ana@Mail.example' }],
    addresses: [{ city: 'Тверь' }],
    messengers: [
      {
        service: 'telegram',
        handle: '@anna',
      },
    ],
    webPages: [{ url: 'a.example' }],
    tags: ['vip'],
    groups: ['окна'],
    custom: { размер: 4.5 },
    doNotContact: ['call'],
    ownerId: core.owner().userId,
  });
  const bar = await client.company.create({ name: 'Ромашка', legalName: 'ООО "Ромашка"', taxId: '7707083893' });
  await client.link.create({ contactId: ana.id, companyId: bar.id, role: 'директор' });
  await client.activity.create({
    partyId: ana.id,
    type: 'call',
    text: 'Звонила',
    direction: 'in',
    outcome: 'reached',
    duration: 60,
  });
  await client.file.attach({ id: ana.id, file: new File([bytes], 'договор.bin', { type: 'application/x' }) });
  await client.import.saveTemplate({
    name: 'из 1С',
    mapping: { firstLine: 2, columns: [{ index: 0, header: 'Имя', target: 'fullName' }] },
  });
  const gone = await client.contact.create({ givenName: 'Лишний' });
  await client.contact.delete({ id: gone.id });
  await client.contact.update({ id: ana.id, notes: 'три' });
  return { ...test, ana, bar, archive: await exportAll(core) };
}

function restore({ store, files, actor }: OpenData, path: string, dryRun = false) {
  return restoreArchive(store, { actor, files, path, name: 'cartera.zip', dryRun });
}

const lastActId = ({ store }: OpenData) => lastActs(store.db, { offset: 0, limit: 1 }).rows[0]?.id ?? '';

describe('restoring an archive', () => {
  it('brings everything back into an empty folder, to the last byte and with its history', async () => {
    const { archive, ana, core } = await openShop();
    const data = openTestData();
    const summary = await restore(data, archive);
    expect(summary).toMatchObject({ created: { contacts: 2, companies: 1 }, updated: 0, unchanged: 0, files: 1 });
    const [before, after] = [await readParts(archive), await readParts(await exportAll(data))];
    const { 'act.jsonl': acts = '', 'history.jsonl': _history, 'audit.jsonl': _audit, ...records } = after;
    expect(records).toEqual(await readRecords(archive));
    const ids = (lines: string) => [...lines.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
    expect(ids(acts).slice(0, ids(before['act.jsonl'] ?? '').length)).toEqual(ids(before['act.jsonl'] ?? ''));
    expect(search(data.store.db, { text: '+79161234567', limit: 5 })[0]?.id).toBe(ana.id);
    expect(search(data.store.db, { text: 'ромашка елкина', limit: 5 })[0]?.title).toBe('Ёлкина Анна');
    expect((await checkData(data.store.connection, data.files)).faults).toEqual([]);
    expect(lastActs(data.store.db, { offset: 0, limit: 1 }).rows[0]).toMatchObject({ kind: 'importArchive', id: summary.actId });
    expect(core.owner().name).toBe('Ольга');
  });

  it('makes the archive’s owner the owner of the empty folder, so that work goes on under her name', async () => {
    const { archive, core } = await openShop();
    const directory = makeTestDirectory();
    const data = openTestData(directory);
    await restore(data, archive);
    expect(openTestData(directory).actor).toMatchObject({ userId: core.owner().userId, name: 'Ольга' });
  });

  it('can be undone, and done again', async () => {
    const { archive } = await openShop();
    const data = openTestData();
    await restore(data, archive);
    const outcome = await undoAct(data.store, { actor: data.actor, actId: lastActId(data), keepEdited: false });
    expect(outcome.type).toBe('undone');
    const { 'user.jsonl': _owner, ...left } = await exportRecords(data);
    expect(Object.entries(left).filter(([name, lines]) => name.endsWith('.jsonl') && lines !== '')).toEqual([]);
    await restore(data, archive);
    expect(await exportRecords(data)).toEqual(await readRecords(archive));
    expect((await checkData(data.store.connection, data.files)).faults).toEqual([]);
  });

  it('undoes acts that came along, such as a deletion', async () => {
    const { archive } = await openShop();
    const data = openTestData();
    await restore(data, archive);
    const { rows } = lastActs(data.store.db, { offset: 0, limit: 50 });
    const deletion = rows.find(({ kind }) => kind === 'delete');
    const outcome = await undoAct(data.store, { actor: data.actor, actId: deletion?.id ?? '', keepEdited: false });
    expect(outcome.type).toBe('undone');
    expect(search(data.store.db, { text: 'Лишний', limit: 5 })).toHaveLength(1);
  });

  it('changes what is here and differs, leaves the rest alone, and all of that can be undone', async () => {
    const { archive, client, ana, bar, core } = await openShop();
    await client.contact.update({ id: ana.id, notes: 'новое', tags: ['vip', 'ещё'] });
    await client.company.delete({ id: bar.id });
    const eva = await client.contact.create({ givenName: 'Ева', phones: [{ raw: '+34 612 345 678' }] });
    const before = await exportRecords(core);
    const data = openTestData(core.dataDirectory);
    expect(await restore(data, archive)).toMatchObject({ created: { contacts: 0, companies: 0 }, updated: 2, unchanged: 1 });
    expect(await client.contact.get({ id: ana.id })).toMatchObject({ notes: 'три', tags: ['vip'] });
    expect((await client.company.get({ id: bar.id })).deletedAt).toBeNull();
    expect((await client.contact.get({ id: eva.id })).givenName).toBe('Ева');
    await undoAct(data.store, { actor: data.actor, actId: lastActId(data), keepEdited: false });
    expect(await exportRecords(core)).toEqual(before);
  });

  it('finds nothing to do in an archive of what is here', async () => {
    const { archive, core, client } = await openShop();
    const { total } = await client.history.acts({});
    const summary = await restore(openTestData(core.dataDirectory), archive);
    expect(summary).toMatchObject({ updated: 0, unchanged: 3, records: { created: 0, updated: 0 }, actId: null });
    expect((await client.history.acts({})).total).toBe(total);
  });

  it('only says what would come of it when asked so', async () => {
    const { archive } = await openShop();
    const data = openTestData();
    const before = await exportRecords(data);
    expect(await restore(data, archive, true)).toMatchObject({ created: { contacts: 2, companies: 1 }, files: 1, actId: null });
    expect(await exportRecords(data)).toEqual(before);
    expect(await data.files.has(JSON.parse((await readParts(archive))['file.jsonl'] ?? '')['hash'])).toBe(false);
  });

  it('is offered to the interface, which hands the archive over first', async () => {
    const { archive, core } = await openShop();
    const { client } = await openTestCore();
    const upload = async (content: Uint8Array<ArrayBuffer>) => client.import.upload({ file: new File([content], 'copy.zip') });
    const { fileId } = await upload(new Uint8Array(readFileSync(archive)));
    const summary = await client.export.restore({ fileId });
    expect(summary.created).toEqual({ contacts: 2, companies: 1 });
    expect((await client.settings.get()).shopName).toBe('Окна');
    const copy = join(makeTestDirectory(), 'again.zip');
    writeFileSync(copy, await (await client.export.archive()).bytes());
    expect(await readRecords(copy)).toEqual(await exportRecords(core));
    const broken = await upload(new Uint8Array(readFileSync(archive)).slice(0, 900));
    await expect(client.export.restore({ fileId: broken.fileId })).rejects.toMatchObject({
      code: 'ARCHIVE_UNREADABLE',
      data: { code: 'damaged' },
    });
  });

  it('brings the people of the shop back as they were, who left too', async () => {
    const { client, core } = await openTestCore({ ownerName: 'Ольга' });
    const eva = await client.people.create({
      name: 'Ева',
      role: 'seller',
      workingHours: { from: '09:00', to: '18:00', days: [1] },
    });
    await client.people.archive({ id: eva.id });
    const data = openTestData();
    await restore(data, await exportAll(core));
    expect(readPeople(data.store.db)).toEqual(await client.people.list());
  });

  it('knows the one user of an archive of before there were roles for the owner', async () => {
    const { client, core } = await openTestCore({ ownerName: 'Ольга' });
    await client.contact.create({ givenName: 'Анна' });
    const { userId } = core.owner();
    const parts = await readParts(await exportAll(core));
    const old = { ...parts, 'user.jsonl': `${JSON.stringify({ id: userId, name: 'Olga', createdAt: 1 })}\n` };
    const data = openTestData();
    await restore(data, writeParts(join(makeTestDirectory(), 'old.zip'), old));
    expect(readPeople(data.store.db)).toMatchObject([{ id: userId, name: 'Olga', role: 'owner', archivedAt: null }]);
  });
});

describe('an archive that is not as it should be', () => {
  it.each<[string, (parts: ArchiveParts) => ArchiveParts, object]>([
    [
      'a line cut short',
      (parts) => ({ ...parts, 'party.jsonl': parts['party.jsonl']?.slice(0, -40) ?? '' }),
      { code: 'damaged', place: { entry: 'party.jsonl', line: 3 } },
    ],
    [
      'an unknown field',
      replaceIn('link.jsonl', '"role"', '"part"'),
      { code: 'damaged', place: { entry: 'link.jsonl', line: 1, field: 'role' } },
    ],
    [
      'a value of another kind',
      replaceIn('activity.jsonl', '"duration":60', '"duration":"60"'),
      { code: 'damaged', place: { entry: 'activity.jsonl', line: 1, field: 'duration' } },
    ],
    [
      'a setting that can’t be',
      replaceIn('setting.jsonl', '"RU"', '"Russia"'),
      { code: 'damaged', place: { entry: 'setting.jsonl', field: 'value' } },
    ],
    [
      'a record that refers to nobody',
      replaceIn('link.jsonl', /"companyId":"[^"]+"/, '"companyId":"nobody"'),
      { code: 'damaged', place: { entry: 'link.jsonl', line: 1 } },
    ],
    [
      'a file whose name is a path',
      replaceIn('file.jsonl', /"hash":"[^"]+"/, '"hash":"../../../evil"'),
      { code: 'damaged', place: { entry: 'file.jsonl', field: 'hash' } },
    ],
    [
      'a file of other bytes',
      (parts) => mapFiles(parts, (content) => `${content}!`),
      { code: 'damaged', place: { entry: expect.stringMatching(/^files\//) as string } },
    ],
    ['an entry missing', ({ 'link.jsonl': _links, ...parts }) => parts, { code: 'damaged', place: { entry: 'link.jsonl' } }],
    [
      'text that is not UTF-8',
      replaceIn('party.jsonl', /\xd0\x90/, '\xd0'),
      { code: 'damaged', place: { entry: 'party.jsonl' } },
    ],
    ['another format', replaceIn('cartera.json', '"format": 1', '"format": 2'), { code: 'fromTheFuture' }],
    [
      'records of a kind not known',
      replaceIn('cartera.json', '"party.jsonl"', '"party.jsonl", "visit.jsonl"'),
      { code: 'fromTheFuture' },
    ],
    ['no manifest', ({ 'cartera.json': _manifest, ...parts }) => parts, { code: 'notAnArchive' }],
    ['a manifest of another program', replaceIn('cartera.json', 'Cartera', 'Other'), { code: 'notAnArchive' }],
    [
      'history of nothing known',
      replaceIn('act.jsonl', '"kind":"settings"', '"kind":"magic"'),
      { code: 'damaged', place: { entry: 'act.jsonl', line: 1, field: 'kind' } },
    ],
  ])('with %s is refused by name, and nothing is written', async (_what, change, error) => {
    const { archive } = await openShop();
    const path = writeParts(join(makeTestDirectory(), 'changed.zip'), change(await readParts(archive)));
    const data = openTestData();
    const before = await exportRecords(data);
    await expect(restore(data, path)).rejects.toMatchObject(error);
    expect(await exportRecords(data)).toEqual(before);
    expect(lastActs(data.store.db, { offset: 0, limit: 50 }).rows.filter(({ kind }) => kind !== 'settings')).toEqual([]);
  });

  it('cut short or bent anywhere is refused, or restores what it held', async () => {
    const { archive } = await openShop();
    const whole = readFileSync(archive);
    const path = join(makeTestDirectory(), 'bent.zip');
    for (let step = 0; step < 16; step++) {
      const at = Math.floor((whole.length * step) / 16);
      const bent = step % 2 === 0 ? whole.subarray(0, at) : Buffer.from(whole).fill(whole.readUInt8(at) ^ 0xff, at, at + 1);
      writeFileSync(path, bent);
      const data = openTestData();
      const outcome = await restore(data, path).then(
        () => 'restored',
        (error: Error) => error.name,
      );
      expect(['ArchiveError', 'restored'], `byte ${at}`).toContain(outcome);
      if (outcome === 'restored') expect(await exportRecords(data)).toEqual(await readRecords(archive));
    }
  });

  it('keeps a field that this copy knows by the same key', async () => {
    const { archive } = await openShop();
    const { client, core } = await openTestCore();
    const mine = await client.customField.create({ label: 'Размер', type: 'text' });
    await restore(openTestData(core.dataDirectory), archive);
    expect(await client.customField.list()).toEqual([mine]);
  });
});

describe('the schemas of an archive', () => {
  it('have the fields of each kind of record, without what is derived', () => {
    for (const type of archiveRecords) {
      const fields = Object.entries<RecordField>(type.fields).flatMap(([name, field]) => (field.derived ? [] : [name]));
      const schema = archiveRecordSchemas[type.name] as unknown as { readonly shape: object };
      expect(Object.keys(schema.shape).toSorted(), type.name).toEqual(['id', ...fields].toSorted());
    }
  });
});

function replaceIn(entry: string, from: string | RegExp, to: string) {
  return (parts: ArchiveParts): ArchiveParts => {
    const changed = parts[entry]?.replace(from, to) ?? '';
    if (changed === parts[entry]) throw new Error(`${entry} has no ${String(from)}`);
    return { ...parts, [entry]: changed };
  };
}

function mapFiles(parts: ArchiveParts, change: (content: string) => string): ArchiveParts {
  return Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [name, name.startsWith('files/') ? change(content) : content]),
  );
}
