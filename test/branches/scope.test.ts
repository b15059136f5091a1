import { describe, expect, it, vi } from 'vitest';
import { partyRecord } from '#core/party/party-record.ts';
import { createRecord, readRecord } from '#core/records/write.ts';
import { askOffice } from '#core/sync/ask-office.ts';
import { cleanAfterForgetting } from '#core/sync/clean-after-forgetting.ts';
import { exchangeAll } from '#core/sync/exchange-all.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { askingOf } from '#core/sync/synchronise.ts';
import { bucketOf } from '#shared/sync/digest.ts';
import type { ContentRequest } from '#shared/sync/content-protocol.ts';
import type { CompareRequest, SyncRequest } from '#shared/sync/protocol.ts';
import { joinBranch, openComputer } from '#test/factories/company.ts';
import type { Computer } from '#test/factories/company.ts';
import { mark, markedWord, plantMarked } from '#test/factories/plant-marked.ts';
import type * as Seal from '#wire/seal.ts';
import { branchOf, exchange, idOf, ids, make, openCompany, write } from '#test/branches/company-of-two.ts';
import { around, whereFound } from '#test/branches/heard.ts';
import type { Heard } from '#test/branches/heard.ts';

const ears = vi.hoisted(() => ({ heard: null as Heard | null }));

vi.mock('#wire/seal.ts', async (original) => {
  const { Heard: Ears } = await import('#test/branches/heard.ts');
  ears.heard = new Ears();
  return ears.heard.listen(await original<typeof Seal>());
});

vi.setConfig({ testTimeout: 120_000 });

/** A company of which nothing was heard yet. */
async function openSilently(clientCards: 'common' | 'private') {
  const company = await openCompany(clientCards);
  ears.heard?.forget();
  return company;
}

/** Nothing that head office ever said to a computer, and no file of its data, holds a marked word. */
async function expectNothingAt(computer: Computer, ids: readonly string[] = [idOf(computer)]) {
  await cleanAfterForgetting(computer.core.store);
  for (const id of ids) expect(around(ears.heard?.said(id) ?? [], mark)).toEqual([]);
  expect(whereFound(computer.directory, mark)).toEqual({});
}

function ask({ core }: Computer, body: SyncRequest | CompareRequest | ContentRequest | object): Promise<unknown> {
  return askOffice(askingOf(core.store), body);
}

const everyTable =
  'party link lead deal deal_contact deal_line task activity file document payment conflict notice automation_run automation_step'.split(
    ' ',
  );

describe('a branch', () => {
  it('never gets a byte of another branch’s or head office’s own, by the network or by files', async () => {
    const { office, north, south, address, other } = await openSilently('private');
    const { companyId } = await plantMarked(north);
    await plantMarked(office);
    const own = await south.client.contact.create({ givenName: 'Luna' });
    await exchange(north, south, office);
    // What joins two branches' clients is neither's.
    await make(office, {
      type: 'link',
      id: 'of-both',
      fields: { contactId: own.id, companyId, role: markedWord(), createdAt: 1 },
    });
    await exchange(office, north, south);
    for (const table of everyTable) expect(ids(office, table).length, table).toBeGreaterThan(1);
    expect(around(ears.heard?.said(idOf(office)) ?? [], mark)).not.toEqual([]);
    expect(whereFound(north.directory, mark)).not.toEqual({});
    expect(ears.heard?.said(idOf(south)).length).toBeGreaterThan(0);
    await expectNothingAt(south);

    const third = await joinBranch({ office, branch: other, address });
    await exchange(third);
    await expectNothingAt(third);

    const carried = await carriedTo(office, south);
    await expectNothingAt(south);
    expect(around(carried, mark)).toEqual([]);
    const passphrase = 'seis caballos verdes';
    const file = await office.client.branch.makeFile({ branchId: other.id, name: 'Spare', passphrase });
    const spare = openComputer();
    await spare.client.sync.openBranchFile({ file, passphrase });
    expect(ears.heard?.said(idOf(spare)).length).toBeGreaterThan(0);
    expect(branchOf(spare)).toBe(other.id);
    await expectNothingAt(spare);
  });

  it('gets a common card and what was bought elsewhere, and nothing else of it', async () => {
    const { office, north, south } = await openSilently('common');
    await office.client.settings.update({ purchasesInOtherBranches: true });
    await exchange(office, north, south);
    const client = await north.client.contact.create({ givenName: 'Rosa' });
    const deal = await north.client.deal.create({ partyId: client.id, title: 'Door', lines: [{ name: 'Oak' }] });
    await hangOn(north, { partyId: client.id, dealId: deal.id });
    await north.client.deal.create({ partyId: client.id, title: markedWord() });
    await north.client.lead.create({ name: 'Luis', text: markedWord() });
    await exchange(north, office, south);
    expect(ids(south, 'deal')).toEqual([]);
    await north.client.deal.win({ id: deal.id });
    await exchange(north, office, south);
    expect(ids(south, 'deal')).toEqual([deal.id]);
    expect(ids(south, 'deal_line')).toHaveLength(1);
    const [line = ''] = ids(south, 'deal_line');
    await clashAbout({ north, office }, { type: 'deal_line', id: line, field: 'name' });
    await clashAbout({ north, office }, { type: 'deal', id: deal.id, field: 'title' });
    await exchange(north, office, south);
    expect(ids(north, 'conflict')).toHaveLength(2);
    expect(ids(south, 'conflict')).toEqual([]);
    await expectNothingAt(south);
  });

  it('keeps no byte of a client that was moved to it and back, nor head office’s files for it', async () => {
    const { office, north, south } = await openSilently('private');
    const { partyId, companyId } = await plantMarked(north);
    await exchange(north, office, south);
    await expectNothingAt(south);
    for (let round = 0; round < 2; round += 1) {
      await office.client.branch.moveClients({ ids: [partyId, companyId], branchId: branchOf(south) });
      await exchange(office, south, north);
      expect(ids(south, 'party')).toContain(partyId);
      expect(whereFound(south.directory, mark)).not.toEqual({});
      expect(ids(north, 'party')).toEqual([]);
      await office.client.branch.moveClients({ ids: [partyId, companyId], branchId: branchOf(north) });
      await exchange(office, south, north, south);
      expect(ids(south, 'party')).toEqual([]);
      ears.heard?.forget();
      await exchange(south);
      await expectNothingAt(south);
    }
    expect(ids(north, 'party')).toContain(partyId);
    await write(north, { type: 'party', id: partyId, changes: { nickname: markedWord() } });
    await exchange(north, office, south);
    await expectNothingAt(south);
  });

  it('loses a card that isn’t shared with it any more, and all cards of others when they become private', async () => {
    const { office, north, south } = await openSilently('common');
    const { partyId, companyId } = await plantMarked(north);
    await exchange(north, office, south);
    expect(ids(south, 'party')).toContain(partyId);
    expect(ids(south, 'activity')).not.toEqual([]);
    await south.client.activity.create({ partyId, type: 'note', text: markedWord() });
    await exchange(south, office, north);

    await office.client.settings.update({ clientCards: 'private' });
    await exchange(office, south, north);
    ears.heard?.forget();
    await exchange(south);
    expect(ids(south, 'party')).toEqual([]);
    await expectNothingAt(south);

    await office.client.branch.shareClient({ id: partyId, branchIds: [branchOf(south)] });
    await exchange(office, south, north);
    expect(ids(south, 'party')).toEqual([partyId]);
    expect(ids(south, 'deal')).toEqual([]);
    await office.client.branch.shareClient({ id: partyId, branchIds: [] });
    await exchange(office, south, north);
    ears.heard?.forget();
    await write(north, { type: 'party', id: companyId, changes: { notes: markedWord() } });
    await exchange(north, office, south);
    await expectNothingAt(south);
  });

  it('is told nothing of a clash about what is not its own any more', async () => {
    const { office, north, south } = await openSilently('common');
    const { id } = await north.client.contact.create({ givenName: 'Rosa', notes: 'first' });
    await exchange(north, office, south);
    await north.client.contact.update({ id, notes: markedWord() });
    await south.client.contact.update({ id, notes: markedWord() });
    await exchange(north);
    await exchange(south, office, north);
    expect(ids(south, 'conflict')).toHaveLength(1);
    await office.client.settings.update({ clientCards: 'private' });
    await exchange(office, south, north);
    ears.heard?.forget();
    await exchange(south);
    expect(ids(north, 'conflict')).toHaveLength(1);
    expect(ids(south, 'conflict')).toEqual([]);
    await expectNothingAt(south);
  });

  it('gets no word of what moved away by what its computers were told of it, though they haven’t heard of the move', async () => {
    const { office, north, south, branch, address } = await openSilently('private');
    const { id: partyId } = await north.client.contact.create({ givenName: markedWord() });
    const { userId } = north.core.owner();
    const task = await north.client.task.create({ title: markedWord(), partyId, assigneeId: userId, dueAt: Date.now() });
    await north.client.task.done({ id: task.id });
    const told = { recordType: 'task', recordId: task.id, params: { title: markedWord() }, branchId: branchOf(north) };
    const fields = { userId, kind: 'rule', at: 1, text: '', createdAt: 1, readAt: null, ...told };
    await make(north, { type: 'notice', id: 'about-what-is-done', fields });
    await exchange(north, office);
    await office.client.branch.moveClients({ ids: [partyId], branchId: branchOf(south) });
    await exchange(office);
    const late = await joinBranch({ office, branch, address });
    await exchange(late);
    await expectNothingAt(late);
    await exchange(north);
    ears.heard?.forget();
    await exchange(north);
    await expectNothingAt(north);
    await office.client.branch.moveClients({ ids: [partyId], branchId: branchOf(north) });
    await exchange(office, south, late);
    expect(ids(late, 'notice')).toContain('about-what-is-done');
  });

  it('that was shut out gets nothing more, whatever it asks', async () => {
    const { office, north, south } = await openSilently('common');
    await office.client.branch.revoke({ id: idOf(south) });
    await plantMarked(north);
    await exchange(north, office);
    expect((await exchangeAll(south.core)).end).toEqual({ type: 'fault', code: 'revoked' });
    expect(await south.client.sync.status()).toMatchObject({ state: 'revoked', trouble: 'revoked' });
    for (const question of questions(idOf(south), north)) expect(await ask(south, question)).toMatchObject({ code: 'revoked' });
    await expectNothingAt(south);
  });
});

describe('a branch that asks for what isn’t its own', () => {
  it('is answered as for what there is nowhere', async () => {
    const { north, south, office } = await openSilently('private');
    const { records } = await plantMarked(north);
    await exchange(north, office, south);
    for (const [type, id] of records) {
      const asked = (known: string) => ask(south, { kind: 'compare', ask: 'records', records: [[type, known]] });
      expect(await asked(id), type).toEqual(await asked(missing(id)));
    }
    const hash =
      (({ core }) => core.store.db.readColumn<[], string>("SELECT hash FROM file WHERE hash <> ''").get())(north) ?? '';
    for (const known of [hash, 'f'.repeat(64)]) {
      expect(await ask(south, { kind: 'content.missing', hashes: [known] })).toEqual({
        kind: 'content.missing',
        missing: [],
        unnamed: [known],
      });
      expect(await ask(south, { kind: 'content.get', hash: known, offset: 0, length: 1000 })).toEqual({
        kind: 'content.get',
        piece: null,
      });
      expect(await ask(south, { kind: 'content.put', hash: known, offset: 0, total: 3, bytes: 'YWJj' })).toEqual({
        kind: 'content.put',
        outcome: 'unnamed',
        received: 0,
        isComplete: false,
      });
    }
    await expectNothingAt(south);
  });

  it('gets none of it by any page, any comparison and any question of head office’s own computers', async () => {
    const { north, south, office } = await openSilently('private');
    await plantMarked(north);
    await exchange(north, office, south);
    for (const question of questions(idOf(south), north)) await ask(south, question);
    const { epoch } = readSyncState(south.core.store.db, 'cursor') ?? { epoch: null };
    const head = readSyncState(south.core.store.db, 'cursor')?.position ?? 0;
    const asked = (cursor: number, records: number) => ask(south, pageFrom({ south, epoch, cursor, records }));
    for (let part = 0; part < 10; part += 1) await asked(Math.floor((head * part) / 10), 3);
    for (const cursor of [0, 1, head - 1, head + 2, 2 ** 40]) await asked(cursor, 10_000);
    const buckets = new Set(everyTable.flatMap((type) => ids(north, type).map((id) => bucketOf(type, id))));
    for (const bucket of buckets) await ask(south, { kind: 'compare', ask: 'bucket', bucket });
    expect(ears.heard?.said(idOf(south)).length).toBeGreaterThan(buckets.size);
    await exchange(south);
    await expectNothingAt(south);
  });

  it('gets none of it by writing: its forged changes are refused, set aside, and answered by a code', async () => {
    const { north, south, office } = await openSilently('private');
    const { partyId, dealId } = await plantMarked(north);
    await exchange(north, office, south);
    const before = office.core.store.db.read('SELECT id, nickname, branch_id FROM party ORDER BY id').all();
    // As a program would that minds nobody's rights.
    const forged = await south.client.contact.create({ givenName: 'Mine' });
    const { connection } = south.core.store;
    await south.core.store.perform({ actor: south.core.owner(), kind: 'update', subject: '' }, (act) => {
      const found = readRecord(act.tx, partyRecord, forged.id);
      if (found) createRecord(act, partyRecord, { ...found.row, id: partyId });
    });
    await south.client.contact.update({ id: partyId, nickname: 'stolen' });
    await south.client.activity.create({ partyId, type: 'note', text: 'hello' });
    const made = await south.client.deal.create({ partyId: forged.id, title: 'Door' });
    connection.execute(`UPDATE deal SET branch_id = '${branchOf(north)}' WHERE id = '${made.id}'`);
    await exchangeAll(south.core);
    await exchange(office, north);
    expect(office.core.store.db.read('SELECT id, nickname, branch_id FROM party ORDER BY id').all()).toEqual(
      [...before, { id: forged.id, nickname: '', branch_id: branchOf(south) }].sort((one, two) =>
        (one as { id: string }).id < (two as { id: string }).id ? -1 : 1,
      ),
    );
    expect(ids(office, 'deal')).toEqual([dealId]);
    const { changes } = await office.client.branch.quarantine({});
    expect(changes.length).toBeGreaterThan(0);
    expect(around(ears.heard?.said(idOf(south)) ?? [], mark)).toEqual([]);
    expect(whereFound(south.directory, mark)).toEqual({});
  });
});

/** All that a branch may not ask, or not with these words. */
function questions(deviceId: string, stranger: Computer): readonly object[] {
  const named = everyTable.flatMap((type) => ids(stranger, type).map((id): [string, string] => [type, id]));
  return [
    { kind: 'compare', ask: 'records', records: named },
    { kind: 'compare', ask: 'buckets' },
    { kind: 'office.overview', lateAfterDays: 1 },
    { kind: 'office.quarantine', after: null, limit: 500 },
    { kind: 'office.pageFor', deviceId, cursor: 0 },
    { kind: 'office.pageFor', deviceId: idOf(stranger), cursor: 0 },
    { kind: 'office.invite', branchId: null, name: 'x', brings: 'nothing', validHours: 1 },
    { kind: 'content.missing', hashes: ['0'.repeat(64)] },
  ];
}

interface PageWanted {
  readonly south: Computer;
  readonly epoch: string | null;
  readonly cursor: number;
  readonly records: number;
}

function pageFrom({ south: { core }, epoch, cursor, records }: PageWanted): SyncRequest {
  const line = readSyncState(core.store.db, 'line');
  return {
    kind: 'sync',
    protocol: 1,
    schema: 100,
    program: '0.1.0',
    at: Date.now(),
    epoch,
    cursor,
    acknowledged: { counter: line?.counter ?? 0, hash: line?.hash ?? '' },
    batch: null,
    waiting: 0,
    records,
  };
}

/** The same number of letters. */
function missing(id: string): string {
  return `${id.slice(0, -4)}ffff`;
}

/** Carries files both ways. @returns what lies in the one for the branch, as its bytes */
async function carriedTo(office: Computer, branch: Computer): Promise<readonly string[]> {
  const up = await branch.client.sync.exportBundle({});
  await office.client.sync.importBundle({ file: up });
  const down = await office.client.sync.exportBundle({ deviceId: idOf(branch) });
  await branch.client.sync.importBundle({ file: down });
  return [Buffer.from(await down.arrayBuffer()).toString('latin1')];
}

/** What is no purchase, in marked words. */
async function hangOn({ client, core }: Computer, { partyId, dealId }: { readonly partyId: string; readonly dealId: string }) {
  await client.task.create({ title: markedWord(), dealId, assigneeId: core.owner().userId, dueAt: Date.now() });
  await client.activity.create({ partyId, dealId, type: 'note', text: markedWord() });
  await client.payment.create({ dealId, amount: 100, note: markedWord() } as never);
  await client.file.attach({ id: partyId, dealId, file: new File([markedWord()], `${markedWord()}.txt`) });
}

interface Clash {
  readonly type: 'deal' | 'deal_line';
  readonly id: string;
  readonly field: string;
}

/** Both write the same, not knowing of each other. */
async function clashAbout(
  { north, office }: { readonly north: Computer; readonly office: Computer },
  { type, id, field }: Clash,
) {
  await write(north, { type, id, changes: { [field]: markedWord() } });
  await write(office, { type, id, changes: { [field]: 'Oak door' } });
  await exchange(north);
}
