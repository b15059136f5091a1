import { describe, expect, it } from 'vitest';
import { openTestCore } from '#test/factories/open-test-core.ts';

/** A shop in which Eva sees what is hers, and not the client of which everything else here is. */
async function openShop() {
  const test = await openTestCore({ ownerName: 'Ana' });
  const { client, core } = test;
  const seller = (await client.people.roles()).find(({ id }) => id === 'seller')!.rights;
  const own = { see: 'own', edit: 'own', delete: 'own', export: 'own' } as const;
  const objects = {
    client: own,
    lead: { see: 'own', edit: 'own' },
    deal: { see: 'own', edit: 'own', delete: 'own' },
    task: { see: 'own', edit: 'own' },
  } as const;
  const operations = [...seller.operations, 'report.see', 'party.import'];
  const role = await client.people.createRole({ name: 'Own', rights: { ...seller, objects, operations } });
  const person = await client.people.create({ name: 'Eva', role: role.id });
  await client.pipeline.create({ name: 'Sales', stages: [{ name: 'One', probability: 10 }] });
  const secret = await client.contact.create({
    givenName: 'Secretina',
    phones: [{ raw: '612345678' }],
    emails: [{ address: 'secretina@home.test' }],
    taxId: '12345678Z',
  });
  const deal = await client.deal.create({ partyId: secret.id, title: 'Hidden villa', estimate: 7_654_321 });
  const file = new File(['hidden content'], 'hidden.txt', { type: 'text/plain' });
  const attached = await client.file.attach({ id: secret.id, file });
  await client.activity.create({ partyId: secret.id, type: 'note', text: 'hidden note' });
  await client.task.create({ type: 'call', title: 'hidden task', dealId: deal.id, dueAt: core.store.now() });
  const hers = await client.contact.create({ givenName: 'Luisa', ownerId: person.id });
  const found = core.actorOf(person.id);
  if (found.type !== 'actor') throw new Error('Eva isn’t there');
  return { ...test, owner: client, eva: test.clientOf(found.actor), secret, deal, attached, hers };
}

const notFound = (id: string) => ({ code: 'NOT_FOUND', data: { id } });

describe('somebody who doesn’t see a client', () => {
  it('isn’t told of them by a list or a card', async () => {
    const { eva, secret, deal, hers } = await openShop();
    expect((await eva.party.list({})).rows.map(({ id }) => id)).toEqual([hers.id]);
    await expect(eva.contact.get({ id: secret.id })).rejects.toMatchObject(notFound(secret.id));
    await expect(eva.deal.get({ id: deal.id })).rejects.toMatchObject(notFound(deal.id));
  });

  it('isn’t told by a count', async () => {
    const { eva } = await openShop();
    expect((await eva.party.list({ limit: 1 })).total).toBe(1);
    expect(await eva.deal.list({})).toMatchObject({ total: 0, count: 0, sums: [] });
    expect((await eva.task.list({})).total).toBe(0);
    const [pipeline] = await eva.pipeline.list();
    const { columns } = await eva.deal.board({ pipelineId: pipeline?.id ?? '' });
    expect(columns.map(({ count, sums }) => ({ count, sums }))).toEqual([{ count: 0, sums: [] }]);
  });

  it.each(['Secretina', 'secr', '612345678', '345', 'secretina@home.test', '12345678Z', 'villa'])(
    'isn’t told by a search (%s)',
    async (text) => {
      const { eva, owner } = await openShop();
      expect(await eva.search.find({ text })).toEqual({ results: [], deals: [] });
      const found = await owner.search.find({ text });
      expect(found.results.length + found.deals.length).toBeGreaterThan(0);
    },
  );

  it('isn’t told by a picker’s filter or sort', async () => {
    const { eva, secret } = await openShop();
    const where = { all: [{ field: 'phones', is: 'contains' as const, value: '612' }] };
    expect((await eva.party.list({ where })).total).toBe(0);
    expect((await eva.deal.list({ filter: { text: 'Secretina' } })).total).toBe(0);
    expect((await eva.deal.list({ filter: { partyId: secret.id } })).total).toBe(0);
  });

  it('isn’t told by a duplicate hint, nor by who is recognised by a phone', async () => {
    const { eva, secret } = await openShop();
    const said = { name: 'Secretina', phones: ['612345678'], emails: ['secretina@home.test'], taxId: '12345678Z' };
    expect(await eva.party.findDuplicates({ type: 'contact', ...said })).toEqual([]);
    expect((await eva.lead.create({ name: 'X', phones: ['612345678'] })).partyId).not.toBe(secret.id);
  });

  it('isn’t told by the history, nor by undoing what others did', async () => {
    const { eva, owner, hers, secret } = await openShop();
    await owner.contact.update({ id: secret.id, notes: `after ${hers.title}` });
    expect(await eva.history.ofParty({ id: secret.id })).toEqual({ rows: [], total: 0 });
    const { rows, total } = await eva.history.acts({});
    expect(JSON.stringify(rows)).not.toMatch(/secretina|hidden/i);
    expect(total).toBe(rows.length);
    const [last] = (await owner.history.acts({ limit: 1 })).rows;
    const undo = (id: string) => eva.history.undo({ id }).catch(({ code }: { code: string }) => code);
    expect(await undo(last?.id ?? '')).toBe(await undo('00000000-0000-7000-8000-000000000000'));
  });

  it('isn’t told by what was done to a deal while it was theirs', async () => {
    const { eva, owner, hers, deal } = await openShop();
    await owner.deal.update({ id: deal.id, title: 'Secretina’s villa' });
    await owner.deal.update({ id: deal.id, title: 'Villa' });
    await owner.deal.update({ id: deal.id, partyId: hers.id, ownerId: hers.ownerId });
    await eva.deal.update({ id: deal.id, notes: 'Three windows' });
    const { rows, total } = await eva.history.acts({});
    expect(rows.slice(0, 2).map(({ subject }) => subject)).toEqual(['Villa', hers.title]);
    expect(JSON.stringify(rows)).not.toContain('Secretina');
    expect(total).toBe(rows.length);
  });

  it('isn’t told by a report', async () => {
    const { eva, owner, deal } = await openShop();
    await owner.deal.win({ id: deal.id });
    const [pipeline] = await eva.pipeline.list();
    const range = { from: '2026-01-01', to: '2026-12-31' };
    const told = [
      await eva.report.sales({ ...range, by: 'source' }),
      await eva.deal.statistics({ pipelineId: pipeline?.id ?? '', ...range }),
    ];
    expect(JSON.stringify(told)).not.toContain('7654321');
  });

  it('isn’t told by an export, which is refused, or an import', async () => {
    const { eva } = await openShop();
    await expect(eva.export.archive()).rejects.toMatchObject({ code: 'FORBIDDEN', data: { permission: 'party.export' } });
    const refusal = { code: 'FORBIDDEN', data: { permission: 'party.import' } };
    await expect(eva.import.inspect({ fileId: 'x', country: 'ES' })).rejects.toMatchObject(refusal);
  });

  it('isn’t told by a live event', async () => {
    const { eva, owner, secret, hers } = await openShop();
    const events = (await eva.event.saved())[Symbol.asyncIterator]();
    const next = events.next();
    await new Promise(setImmediate);
    await owner.contact.update({ id: secret.id, notes: 'hidden too' });
    await owner.contact.update({ id: hers.id, notes: 'hers' });
    expect((await next).value).toEqual({ recordTypes: ['party'], ids: [hers.id] });
    await events.return?.(undefined);
  });

  it('isn’t given a file', async () => {
    const { eva, attached, secret } = await openShop();
    await expect(eva.file.download({ id: attached.id })).rejects.toMatchObject(notFound(attached.id));
    expect(await eva.file.ofParty({ id: secret.id })).toEqual([]);
  });

  it('is answered as if they never were, word for word', async () => {
    const { eva, secret, deal } = await openShop();
    const never = '00000000-0000-7000-8000-000000000000';
    const answers = async (id: string, dealId: string) => {
      const errors = [];
      const asked = [
        () => eva.contact.update({ id, notes: 'x' }),
        () => eva.deal.create({ partyId: id }),
        () => eva.task.create({ type: 'call', title: 'x', partyId: id }),
        () => eva.activity.create({ partyId: id, type: 'note', text: 'x' }),
        () => eva.deal.win({ id: dealId }),
        () => eva.deal.delete({ id: dealId }),
      ];
      for (const ask of asked)
        errors.push(
          await ask().catch(
            (error: { code: string; message: string; data: unknown }) =>
              `${error.code} ${error.message} ${JSON.stringify(error.data)}`,
          ),
        );
      return JSON.stringify(errors).replaceAll(id, 'ID').replaceAll(dealId, 'ID');
    };
    expect(await answers(secret.id, deal.id)).toBe(await answers(never, never));
  });

  it('changes nothing of them in bulk, and isn’t told that there was anything', async () => {
    const { eva, owner, secret, deal } = await openShop();
    expect(await eva.party.changeMany({ ids: [secret.id], change: { type: 'addTag', tag: 'x' } })).toMatchObject({ changed: 0 });
    expect(await eva.deal.changeMany({ ids: [deal.id], change: { type: 'delete' } })).toMatchObject({ changed: 0 });
    expect((await owner.contact.get({ id: secret.id })).tags).toEqual([]);
    expect((await owner.deal.get({ id: deal.id })).deletedAt).toBeNull();
  });
});
