import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { countWaiting } from '#core/sync/seal-batch.ts';
import { ids, exchange, openCompany } from '#test/branches/company-of-two.ts';
import { whereFound } from '#test/branches/heard.ts';
import type { Computer } from '#test/factories/company.ts';
import { mark, markedWord, plantMarked } from '#test/factories/plant-marked.ts';
import { standInFor } from '#shared/sync/erasure.ts';

vi.setConfig({ testTimeout: 120_000 });

async function plantPerson({ client }: Computer) {
  const person = await client.contact.create({ givenName: markedWord(), phones: [{ raw: '625607313' }], notes: markedWord() });
  const file = new File([`${markedWord()} ${'.'.repeat(3000)}`], `${markedWord()}.txt`, { type: 'text/plain' });
  await client.file.attach({ id: person.id, file });
  await client.activity.create({ partyId: person.id, type: 'note', text: markedWord() });
  const deal = await client.deal.create({ partyId: person.id, title: markedWord(), notes: markedWord() });
  await client.payment.create({ dealId: deal.id, amount: 100, paidOn: '2026-11-22', method: 'cash', note: markedWord() });
  return { ...person, dealId: deal.id };
}

async function isClean(...computers: readonly Computer[]) {
  for (const { directory } of computers) await expect.poll(() => whereFound(directory, mark), { timeout: 20_000 }).toEqual({});
}

it('erases a person on every computer and at head office, and nothing of what others wrote meanwhile brings them back', async () => {
  const { office, north, south } = await openCompany('common');
  const person = await plantPerson(south);
  await exchange(south, office, north);
  for (const { directory } of [north, office, south]) expect(whereFound(directory, mark)).not.toEqual({});

  // Nobody has told them yet.
  await north.client.contact.update({ id: person.id, notes: markedWord(), jobTitle: markedWord() });
  await north.client.activity.create({ partyId: person.id, type: 'note', text: markedWord() });
  await north.client.deal.create({ partyId: person.id, title: markedWord() });
  const sold = await south.client.deal.create({ partyId: person.id, title: markedWord(), siteAddress: markedWord() });
  await south.client.payment.create({ dealId: sold.id, amount: 700, paidOn: '2026-11-22', method: 'cash', note: markedWord() });
  await south.client.activity.create({ partyId: person.id, dealId: sold.id, type: 'note', text: markedWord() });
  for (const { directory } of [north, office]) {
    mkdirSync(join(directory, 'inbox', 'done'), { recursive: true });
    writeFileSync(join(directory, 'inbox', 'done', 'request.json'), JSON.stringify({ name: markedWord() }));
  }
  const { name } = await office.client.privacy.preview({ id: person.id });
  const certificate = await office.client.privacy.erase({ id: person.id, typedName: name, namedBy: 'A.' });
  expect(certificate).toMatchObject({ isShared: true, kept: { deal: 1, payment: 1 } });

  await exchange(office);
  await isClean(office);
  await exchange(north, office, south);
  await exchange(north, office, south);
  await isClean(north, office, south);

  for (const computer of [north, office, south]) {
    expect(ids(computer, 'party')).not.toContain(person.id);
    expect(await computer.client.conflict.list({})).toMatchObject({ total: 0 });
  }
  expect(await south.client.deal.get({ id: sold.id })).toMatchObject({ partyId: standInFor(person.id), paid: 700 });
  expect(await office.client.deal.get({ id: sold.id })).toMatchObject({ partyTitle: 'Erased client', paid: 700 });
  expect(await office.client.deal.get({ id: person.dealId })).toMatchObject({ partyId: standInFor(person.id), paid: 100 });
});

it('takes out of what waits to be sent whatever tells of the person', async () => {
  const { office, north, south } = await openCompany('common');
  const planted = await plantMarked(north);
  const { title } = await north.client.party.get({ id: planted.partyId });
  const other = await north.client.party.get({ id: planted.companyId });
  await north.client.privacy.erase({ id: planted.partyId, typedName: title, books: 'erase', namedBy: 'A.' });
  await north.client.privacy.erase({ id: planted.companyId, typedName: other.title, books: 'erase', namedBy: 'B.' });
  await isClean(north);
  expect(countWaiting(north.core.store.db)).toBeGreaterThan(10);
  await exchange(north, office, south);
  await isClean(north, office, south);
});
