import { describe, expect, it } from 'vitest';
import type { Exchange } from '#core/sync/exchange.ts';
import { openCompany, useTemplates } from '#test/simulator/company.ts';
import type { Company } from '#test/simulator/company.ts';
import type { Copy } from '#test/simulator/copy.ts';
import { sealBatch, firstBatch } from '#core/sync/seal-batch.ts';
import { pack, unpack } from '#shared/sync/pack.ts';
import type { SyncRequest } from '#shared/sync/protocol.ts';
import { chainHash } from '#wire/hash.ts';

useTemplates();

const column = <Value>(copy: Copy, sql: string, ...values: string[]) =>
  copy.connection.readColumn<string[], Value>(sql).all(...values);

/** Cards are each branch's own, and one is A's. */
async function privateClient(company: Company): Promise<string> {
  const { office, a, a2, b, sync } = company;
  await office.client.settings.update({ clientCards: 'private' });
  await sync(office);
  const { id } = await a.client.contact.create({ givenName: 'Rosa', notes: 'first' });
  for (const copy of [a, office, a2, b]) await sync(copy);
  company.pass(1000);
  return id;
}

describe('what is whose', () => {
  it('22 a client moved from A to B with edits waiting at A: they arrive, and A keeps nothing of the client', async () => {
    const company = await openCompany();
    const { a, a2, b, office, sync } = company;
    const id = await privateClient(company);
    await office.client.branch.moveClients({ ids: [id], branchId: company.branchB });
    await sync(office);
    await a.client.contact.update({ id, notes: 'edited at A' });
    await a.client.activity.create({ partyId: id, type: 'note', text: 'written at A' });
    const deal = await a.client.deal.create({ partyId: id, title: 'begun at A' });
    await a2.client.contact.update({ id, source: 'sealed at A' });
    await sync(a2, { exchange: (() => Promise.reject(new Error('cut'))) as never }).catch(() => undefined);
    await sync(a);
    await sync(a2);
    expect(await company.settle()).toEqual([]);
    for (const copy of [a, a2]) {
      expect(column(copy, 'SELECT id FROM party WHERE id = ?', id)).toEqual([]);
      expect(column(copy, 'SELECT seq FROM history WHERE record_id = ?', id)).toEqual([]);
    }
    expect(b.connection.read('SELECT notes, source FROM party WHERE id = ?').all(id)).toEqual([
      { notes: 'edited at A', source: 'sealed at A' },
    ]);
    expect(column(b, 'SELECT text FROM activity WHERE party_id = ?', id)).toEqual(['written at A']);
    expect(column(office, 'SELECT title FROM deal WHERE id = ?', deal.id)).toEqual(['begun at A']);
    expect(column(a, 'SELECT * FROM sync_refused')).toEqual([]);
  });

  it('22 a client made and given away before anything was sent arrives with what hangs on it', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    await privateClient(company);
    const { id } = await a.client.contact.create({ givenName: 'New' });
    const deal = await a.client.deal.create({ partyId: id, title: 'new too' });
    await a.client.branch.moveClients({ ids: [id], branchId: company.branchB });
    await sync(a);
    expect(await company.settle()).toEqual([]);
    expect(column(b, 'SELECT title FROM deal WHERE id = ?', deal.id)).toEqual(['new too']);
    expect(column(a, 'SELECT id FROM party WHERE id = ?', id)).toEqual([]);
  });

  it('23 a right revoked in mid-pull stops it there, and what came before can be worked with', async () => {
    const company = await openCompany();
    const { a, b, hub, sync } = company;
    for (let index = 0; index < 10; index += 1) await b.client.contact.create({ givenName: `R${index}` });
    await sync(b);
    let pages = 0;
    const revoked = async (request: SyncRequest) => {
      pages += 1;
      if (pages === 3)
        await hub.store().transaction((tx) => tx.run("UPDATE device SET status = 'revoked' WHERE id = ?", a.device));
      return company.exchangeOf(a)(request);
    };
    expect(await sync(a, { pageRecords: 2, exchange: revoked as Exchange })).toEqual({ type: 'fault', code: 'revoked' });
    expect(column(a, 'SELECT count(*) FROM party')).toEqual([4]);
    const { id } = await a.client.contact.create({ givenName: 'Still here' });
    expect(await sync(a)).toEqual({ type: 'fault', code: 'revoked' });
    expect(column(a, 'SELECT given_name FROM party WHERE id = ?', id)).toEqual(['Still here']);
    const held = await hub.records();
    expect(held.find(({ state }) => state.id === id)).toBeUndefined();
  });

  it('23 a forged branch id gets an error and not a byte of what is another branch’s', async () => {
    const company = await openCompany();
    const { a, b, hub, sync } = company;
    const id = await privateClient(company);
    const device = { device: b.device, incarnation: 'forged' };
    const asked = await hub.answer(device, { kind: 'compare', ask: 'records', records: [['party', id]] });
    expect(JSON.stringify(asked)).not.toContain('Rosa');
    await b.client.contact.create({ givenName: 'of B' });
    const { id: mine } = await b.client.deal.create({
      partyId: column<string>(b, 'SELECT id FROM party')[0] ?? '',
      title: 'forged',
    });
    await b.core.store.keep((tx) => sealBatch(tx, 0));
    const batch = firstBatch(b.connection);
    const changes = pack(
      unpack(batch?.changes ?? []).map((change) =>
        change.id === mine ? { ...change, fields: { ...change.fields, partyId: id, branchId: company.branchA } } : change,
      ),
    );
    const forged = { ...batch, changes, hash: chainHash(batch?.previous ?? '', changes) };
    let refused: unknown;
    const exchange = async (request: SyncRequest) => {
      const answer = await company.exchangeOf(b)(request.batch ? ({ ...request, batch: forged } as SyncRequest) : request);
      if (answer.kind === 'sync' && answer.push) refused ??= answer.push;
      expect(JSON.stringify(answer)).not.toContain('Rosa');
      // The copy that forges says that it sent this.
      return answer.kind === 'sync' && answer.push?.type === 'taken' && batch
        ? { ...answer, push: { ...answer.push, hash: batch.hash, refused: [] } }
        : answer;
    };
    await sync(b, { exchange: exchange as Exchange });
    expect(refused).toMatchObject({ type: 'taken', refused: [{ code: 'notYours' }] });
    await sync(a);
    expect(column(a, "SELECT id FROM deal WHERE title = 'forged'")).toEqual([]);
  });
});
