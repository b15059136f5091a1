import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import { definedDuties } from '#core/clock/duty.ts';
import { openCore } from '#core/core.ts';
import '#core/privacy/erase-again.ts';
import { erasePerson, listErasures } from '#core/privacy/erase-person.ts';
import { readErasedList } from '#core/privacy/erased-list.ts';
import { partyTitle } from '#core/party/party-title.ts';
import { recordTypeNamed } from '#core/records/record-type.ts';
import { makeTestDirectory, openTestCore } from '#test/factories/open-test-core.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';
import { mark, markedWord, plantBeside, plantMarked } from '#test/factories/plant-marked.ts';

/** The files of a folder that hold a marked word, with how many. */
function whereMarked(directory: string): Readonly<Record<string, number>> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const counts = files.map(({ parentPath, name }) => [
    name,
    readFileSync(join(parentPath, name)).toString('latin1').split(mark).length - 1,
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0)) as Record<string, number>;
}

async function eraseAll({ client }: Pick<TestCore, 'client'>, id: string, books: 'keep' | 'erase') {
  const { title } = await client.party.get({ id });
  return client.privacy.erase({ id, typedName: title, books, namedBy: 'A.' });
}

it('leaves no byte of a person in the data folder, and a certificate', { timeout: 60_000 }, async () => {
  const temporary = makeTestDirectory();
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  const test = await openTestCore({ language: 'en' });
  const { client, core, directory } = test;
  await client.demo.create({ contacts: 40, sales: true });
  const planted = await plantMarked(test);
  await plantBeside(test, planted);
  await client.party.deleteMany({ ids: [planted.companyId] });
  await client.party.restoreMany({ ids: [planted.companyId] });
  await client.privacy.export({ id: planted.partyId });
  expect(Object.keys(whereMarked(directory))).toEqual(expect.arrayContaining(['cartera.db-wal', 'list.csv']));

  const certificate = await eraseAll(test, planted.partyId, 'erase');
  await eraseAll(test, planted.companyId, 'erase');

  expect(whereMarked(directory)).toEqual({});
  expect(whereMarked(temporary)).toEqual({});
  expect(certificate).toMatchObject({ namedBy: 'A.', books: 'erase', isShared: false });
  expect(certificate.counts).toMatchObject({ party: 1, deal: 1, payment: 1, document: 1, consent: 1, file: 2 });
  for (const [type, id] of [...planted.records, ...planted.telling]) {
    const { table } = recordTypeNamed(type);
    expect(core.store.db.read<[string], unknown>(`SELECT 1 FROM ${table} WHERE id = ?`).get(id), type).toBeUndefined();
  }
  const { rows } = await client.audit.list({ kinds: ['export', 'erase'] });
  expect(rows.map(({ kind, isErased }) => [kind, isErased])).toEqual([
    ['erase', false],
    ['erase', false],
    ['export', true],
  ]);
  expect((await checkData(core.store.connection, core.files)).faults).toEqual([]);
  expect((await client.party.list({})).total).toBeGreaterThan(30);
});

it('keeps what the books need under a card that names nobody', { timeout: 60_000 }, async () => {
  const { client, core, directory } = await openTestCore({ language: 'en' });
  const person = await client.contact.create({ givenName: markedWord(), phones: [{ raw: '625607313' }], notes: markedWord() });
  const friend = await client.contact.create({ givenName: 'Eva' });
  const words = { title: markedWord(), siteAddress: markedWord(), notes: markedWord(), source: markedWord() };
  const lines = [{ name: 'Window', description: markedWord(), place: markedWord(), unitPrice: 100, pieces: 1 }];
  const sold = await client.deal.create({ partyId: person.id, ...words, lines });
  await client.deal.setContacts({ id: sold.id, contacts: [{ partyId: friend.id, role: 'friend' }] });
  await client.payment.create({ dealId: sold.id, amount: 100, paidOn: '2026-11-22', method: 'cash', note: markedWord() });
  const invoice = await client.document.create({ dealId: sold.id, kind: 'invoice' });
  const quote = await client.document.create({ dealId: sold.id, kind: 'quote' });
  const asked = await client.deal.create({ partyId: person.id, title: markedWord() });
  await client.task.create({ title: markedWord(), dealId: sold.id, dueAt: 1_900_000_000_000 });
  await client.activity.create({ partyId: person.id, dealId: sold.id, type: 'note', text: markedWord() });
  const lead = await client.lead.create({ name: markedWord(), phones: ['625607313'], source: 'site' });
  expect(lead.partyId).toBe(person.id);
  await client.deal.update({ id: sold.id, notes: markedWord() });
  expect((await client.privacy.export({ id: person.id })).size).toBeGreaterThan(3000);

  const preview = await client.privacy.preview({ id: person.id });
  expect(preview.books).toEqual({ deal: 1, deal_line: 1, document: 1, payment: 1 });
  expect(preview.counts).toMatchObject({ party: 1, deal: 1, document: 1, lead: 1 });
  expect((await client.contact.get({ id: person.id })).title).toContain(mark);
  const certificate = await client.privacy.erase({ id: person.id, typedName: preview.name, namedBy: 'A.' });

  expect(certificate).toMatchObject({ counts: preview.counts, kept: preview.books });
  expect(whereMarked(directory)).toEqual({});
  const kept = await client.deal.get({ id: sold.id });
  expect(kept).toMatchObject({ title: 'Erased client', partyTitle: 'Erased client', paid: 100, contacts: [{ title: 'Eva' }] });
  expect(await client.document.get({ id: invoice.id })).toMatchObject({ status: invoice.status, gross: invoice.gross });
  for (const gone of [client.document.get({ id: quote.id }), client.deal.get({ id: asked.id })])
    await expect(gone).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await checkData(core.store.connection, core.files)).faults).toEqual([]);
});

it('asks for the name, and for the right to do it', async () => {
  const { client, clientOf, core } = await openTestCore();
  const { id } = await client.contact.create({ givenName: 'Ana', familyName: 'Ruiz' });
  await expect(client.privacy.erase({ id, typedName: 'Ann' })).rejects.toMatchObject({ code: 'REFUSED' });
  const seller = await client.people.create({ name: 'Pedro', role: 'seller' });
  const asked = clientOf({ ...core.owner(), userId: seller.id, permissions: new Set(['party.see']) }).privacy.erase({
    id,
    typedName: 'Ana Ruiz',
  });
  await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(client.privacy.preview({ id: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await client.privacy.erase({ id, typedName: ' ana ruiz ' })).namedBy).toBe('A. R.');
});

it('erases nobody whose name it can’t keep for when an older backup is brought back', async () => {
  const { client, directory } = await openTestCore();
  const [ana, eva] = [await client.contact.create({ givenName: 'Ana' }), await client.contact.create({ givenName: 'Eva' })];
  const list = join(directory, 'erased.jsonl');
  mkdirSync(list);
  await expect(client.privacy.erase({ id: ana.id, typedName: 'Ana' })).rejects.toThrow('EISDIR');
  expect(await client.contact.get({ id: ana.id })).toMatchObject({ title: 'Ana' });
  rmSync(list, { recursive: true });
  // The power went while a line was being written.
  writeFileSync(list, '{"partyId":"01');
  await client.privacy.erase({ id: eva.id, typedName: 'Eva', namedBy: 'E.' });
  expect(readErasedList(directory)).toEqual([{ partyId: eva.id, books: 'keep', namedBy: 'E.' }]);
});

it('erases nobody later whom it couldn’t erase when it was asked to', async () => {
  const { client, core, directory } = await openTestCore();
  const { id } = await client.contact.create({ givenName: 'Ana' });
  const perform: typeof core.store.perform = (request, work) =>
    core.store.perform(request, (act) => {
      work(act);
      throw new Error('the disk is full');
    });
  const asked = erasePerson({ store: { ...core.store, perform }, dataDirectory: directory }, core.owner(), {
    partyId: id,
    books: 'keep',
  });
  await expect(asked).rejects.toThrow('the disk is full');
  expect(readErasedList(directory)).toEqual([]);
  expect(await client.contact.get({ id })).toMatchObject({ title: 'Ana' });
});

it('is not undone', async () => {
  const { client } = await openTestCore();
  const { id } = await client.contact.create({ givenName: 'Ana' });
  await client.contact.update({ id, notes: 'x' });
  await client.privacy.erase({ id, typedName: 'Ana' });
  expect(JSON.stringify(await client.history.acts({}))).not.toContain('Ana');
  const page = await client.privacy.certificate({ id: (await client.privacy.erasures())[0]?.id ?? '' });
  expect(await page.text()).toContain('A.');
});

it('is done again at the next start when a backup of before is brought back', async () => {
  const { client, core, directory } = await openTestCore();
  const { id } = await client.contact.create({ givenName: 'Ana' });
  const before = join(makeTestDirectory(), 'before.db');
  core.store.connection.execute(`VACUUM INTO '${before}'`);
  await client.privacy.erase({ id, typedName: 'Ana', namedBy: 'the client of May' });
  await core.close();
  for (const ending of ['-wal', '-shm']) rmSync(join(directory, `cartera.db${ending}`), { force: true });
  copyFileSync(before, join(directory, 'cartera.db'));
  const again = openCore(directory);
  onTestFinished(() => again.close());
  expect(partyTitle(again.store.db, id)).toBe('Ana');
  await definedDuties()
    .find(({ name }) => name === 'erasing')
    ?.run(again);
  expect(partyTitle(again.store.db, id)).toBe('');
  expect(listErasures(again.store.db)).toMatchObject([{ namedBy: 'the client of May' }]);
});
