import { expect, it } from 'vitest';
import { archiveRecords, historyQueries } from '#core/export/archive-records.ts';
import { restoreArchive } from '#core/export/restore-archive.ts';
import { exportAll, openTestData, readParts } from '#test/factories/archives.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';

const madeAgain = 'made again from the records';
const ofThisComputer = 'of this computer: what it exchanges with head office';
const secret = 'opens this copy only, and is never handed out';

/** Tables that aren't in an archive, and why. */
const notExported: Readonly<Record<string, string>> = {
  meta: 'names this copy',
  party_phone: madeAgain,
  party_email: madeAgain,
  party_tag: madeAgain,
  party_group: madeAgain,
  party_text: madeAgain,
  party_digits: madeAgain,
  deal_text: madeAgain,
  stage_visit: madeAgain,
  api_key: secret,
  calendar_key: secret,
  login: secret,
  login_guard: secret,
  login_policy: 'says how people sign in at this copy',
  session: secret,
  sync_state: ofThisComputer,
  outbox: ofThisComputer,
  outbox_batch: ofThisComputer,
  tombstone: ofThisComputer,
  sync_waiting: ofThisComputer,
  unknown_field: ofThisComputer,
  sync_refused: ofThisComputer,
  content_at_office: ofThisComputer,
  sync_digest: ofThisComputer,
};

it('holds every table there is, or says why not', async () => {
  const { core } = await openTestCore();
  const tables = core.store.db
    .readColumn<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%'`,
    )
    .all();
  const exported = [
    ...archiveRecords.map(({ table }) => table),
    ...Object.keys(historyQueries).map((name) => name.split('.')[0]),
  ];
  expect(tables.filter((name) => !exported.includes(name) && !(name in notExported))).toEqual([]);
  expect([...exported, ...Object.keys(notExported)].filter((name) => !tables.includes(name ?? ''))).toEqual([]);
});

/** A demo shop with something of every kind. */
async function openShop(): Promise<TestCore> {
  const shop = await openTestCore({ language: 'es', trade: 'windows', firstRunDone: true, ownerName: 'Ana' });
  const { client } = shop;
  await client.demo.create({ contacts: 60, sales: true });
  const { key } = await client.customField.create({ label: 'Matrícula', type: 'text' });
  const card = await client.contact.create({ givenName: 'Eva', notes: '=1+1', custom: { [key]: '-5' } });
  const file = new File(['bytes'], 'plano.txt', { type: 'text/plain' });
  await client.file.attach({ id: card.id, file });
  await client.privacy.addConsent({ id: card.id, purpose: 'mail', given: true, saidOn: '2026-11-22', source: 'Feria' });
  await client.contact.update({ id: card.id, notes: 'otra' });
  const gone = await client.contact.create({ givenName: 'Luis' });
  await client.party.deleteMany({ ids: [gone.id] });
  await client.party.purgeMany({ ids: [gone.id] });
  return shop;
}

it('comes back into an empty folder row by row', { timeout: 60_000 }, async () => {
  const shop = await openShop();
  const path = await exportAll(shop.core);
  const empty = openTestData();
  await restoreArchive(empty.store, { ...empty, path, name: 'cartera.zip', dryRun: false });
  const [before, after] = [await readParts(path), await readParts(await exportAll(empty))];
  expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted());
  for (const [entry, text] of Object.entries(before)) {
    if (entry in historyQueries) continue;
    expect(after[entry], entry).toBe(text);
  }
  const rows = (parts: typeof before, entry: string) => (parts[entry] ?? '').trim().split('\n').map(withoutNumbers);
  // What was brought in is followed by the bringing in itself.
  expect(rows(after, 'audit.jsonl').slice(0, -1)).toEqual(rows(before, 'audit.jsonl'));
  for (const entry of ['act.jsonl', 'history.jsonl']) {
    const kept = new Set(rows(after, entry));
    expect(rows(before, entry).filter((row) => !kept.has(row))).toEqual([]);
  }
});

/** Rows of the history are numbered anew. */
function withoutNumbers(line: string): string {
  const { seq: _seq, act_seq: _act, ...row } = JSON.parse(line) as Record<string, unknown>;
  return JSON.stringify(row);
}

it('brings nobody back who was erased', async () => {
  const { client, core } = await openShop();
  const { rows } = await client.party.list({ limit: 500 });
  const person = rows.find(({ title }) => title === 'Eva');
  const path = await exportAll(core);
  await client.privacy.erase({ id: person?.id ?? '', typedName: 'Eva' });
  const { store, files } = core;
  await restoreArchive(store, { actor: core.owner(), files, path, name: 'old.zip' });
  await expect(client.contact.get({ id: person?.id ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
