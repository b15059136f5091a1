import { describe, expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { createTask } from '#core/task/commands.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

async function openShop() {
  const test = await openTestCore({ trade: 'windows', language: 'en', timeZone: 'Europe/Madrid' });
  const { client } = test;
  await client.settings.update({ firstRunDone: true });
  const [pipeline] = await client.pipeline.list();
  const stages = pipeline?.stages ?? [];
  const ana = await client.contact.create({ givenName: 'Ana', familyName: 'Ruiz' });
  const stage = (name: string) => stages.find((one) => one.name === name)?.id ?? '';
  const actorOf = (role: 'seller' | 'specialist' | 'readOnly') => test.clientOf(personActor({ id: 'u', name: 'U', role }));
  return { ...test, pipelineId: pipeline?.id ?? '', stages, ana, stage, actorOf };
}

const window = { name: 'Window', width: 1200, height: 1300, unit: 'squareMetre', unitPrice: 12_000, taxRate: 2100 } as const;

describe('a deal', () => {
  it('begins in the first stage of the first pipeline, with the client’s name and the shop’s money', async () => {
    const { client, ana, pipelineId, core } = await openShop();
    const deal = await client.deal.create({ partyId: ana.id });
    expect(deal).toMatchObject({
      title: 'Ana Ruiz',
      partyTitle: 'Ana Ruiz',
      stageName: 'Request',
      pipelineId,
      currency: 'EUR',
      status: 'open',
      probability: 10,
      urgency: 'nothingPlanned',
      ownerId: core.owner().userId,
      amount: 0,
      pricesIncludeTax: true,
    });
    expect((await client.history.acts({ limit: 1 })).rows[0]).toMatchObject({ kind: 'deal', subject: 'Ana Ruiz' });
  });

  it('gets a ready pipeline where the shop has none', async () => {
    const { client } = await openTestCore({ trade: 'garage', language: 'es' });
    const { id: partyId } = await client.contact.create({ givenName: 'Ana' });
    expect(await client.deal.create({ partyId })).toMatchObject({ pipelineName: 'Reparaciones', stageName: 'Solicitud' });
    expect((await client.pipeline.lostReasons()).length).toBeGreaterThan(3);
  });

  it('is refused for who or what isn’t there', async () => {
    const { client, ana, stage } = await openShop();
    await expect(client.deal.create({ partyId: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const wrong = [
      [{ ownerId: 'nobody' }, 'ownerId', 'unknownPerson'],
      [{ stageId: 'nowhere' }, 'stageId', 'unknownStage'],
      [{ pipelineId: 'nowhere' }, 'pipelineId', 'unknownPipeline'],
      [{ lines: [{ productId: 'nothing' }] }, 'lines', 'unknownProduct'],
      [{ lines: [{ unitPrice: 9_000_000_000_000, pieces: 2 }] }, 'lines', 'tooMuch'],
    ] as const;
    for (const [input, field, code] of wrong) {
      const call = client.deal.create({ ...structuredClone(input), partyId: ana.id } as Parameters<typeof client.deal.create>[0]);
      await expect(call).rejects.toMatchObject({ code: 'REFUSED', data: { field, code } });
    }
    const early = client.deal.create({ partyId: ana.id, stageId: stage('Measuring') });
    await expect(early).rejects.toMatchObject({ code: 'FIELDS_MISSING', data: { fields: ['client.phone', 'siteAddress'] } });
    expect((await client.deal.list({})).total).toBe(0);
  });

  it('goes on only when what this stage and those before it ask for is filled in, and back freely', async () => {
    const { client, ana, stage } = await openShop();
    const { id } = await client.deal.create({ partyId: ana.id });
    const jump = client.deal.move({ id, stageId: stage('Quote') });
    await expect(jump).rejects.toMatchObject({
      code: 'FIELDS_MISSING',
      data: { fields: ['client.phone', 'siteAddress', 'sizes'] },
    });
    await client.contact.update({ id: ana.id, phones: [{ raw: '612345678' }] });
    await client.deal.update({ id, siteAddress: 'Calle Mayor 1' });
    await client.deal.setLines({ id, lines: [window] });
    expect(await client.deal.move({ id, stageId: stage('Quote') })).toMatchObject({
      stageName: 'Quote',
      sizes: 1,
      probability: 50,
    });
    await client.deal.setLines({ id, lines: [] });
    expect(await client.deal.move({ id, stageId: stage('Measuring') })).toMatchObject({ stageName: 'Measuring' });
    await expect(client.deal.move({ id, stageId: 'nowhere' })).rejects.toMatchObject({ data: { code: 'unknownStage' } });
  });

  it('is won, lost for a reason, and opened again where it was', async () => {
    const { client, ana } = await openShop();
    const { id, stageId } = await client.deal.create({ partyId: ana.id, estimate: 5000 });
    expect(await client.deal.win({ id })).toMatchObject({ status: 'won', probability: 100, isRotting: false });
    for (const call of [client.deal.win({ id }), client.deal.lose({ id, reasonId: null }), client.deal.move({ id, stageId })])
      await expect(call).rejects.toMatchObject({ code: 'DEAL_CLOSED' });
    expect(await client.deal.reopen({ id })).toMatchObject({ status: 'open', stageId, closedAt: null });
    await expect(client.deal.reopen({ id })).rejects.toMatchObject({ data: { code: 'notClosed' } });
    const [reason] = await client.pipeline.lostReasons();
    const lost = await client.deal.lose({ id, reasonId: reason?.id ?? '', note: 'por la mitad' });
    expect(lost).toMatchObject({ status: 'lost', lostReason: reason?.name, lostNote: 'por la mitad', probability: 0 });
    await client.deal.reopen({ id });
    await expect(client.deal.lose({ id, reasonId: 'none' })).rejects.toMatchObject({ data: { code: 'unknownReason' } });
    expect((await client.deal.stages({ id })).map(({ status }) => status)).toEqual(['open', 'won', 'open', 'lost', 'open']);
  });

  it('keeps the price it was agreed at, and the tax as it was', async () => {
    const { client, ana } = await openShop();
    const [list] = await client.product.priceLists();
    const prices = [{ priceListId: list?.id ?? '', amount: 30_000 }];
    const product = await client.product.create({ name: 'Sill', unit: 'metre', taxRate: 1000, prices });
    const deal = await client.deal.create({ partyId: ana.id, lines: [{ productId: product.id, width: 1500 }] });
    expect(deal.lines[0]).toMatchObject({
      name: 'Sill',
      unit: 'metre',
      unitPrice: 30_000,
      taxRate: 1000,
      quantity: 1.5,
      gross: 45_000,
    });
    await client.product.update({ id: product.id, prices: [{ ...prices[0]!, amount: 99_000 }] });
    await client.settings.update({ pricesIncludeTax: false });
    const [line] = deal.lines;
    const again = await client.deal.setLines({ id: deal.id, lines: [{ id: line!.id, productId: product.id, width: 3000 }] });
    expect(again).toMatchObject({ amount: 90_000, net: 81_818, tax: 8182, pricesIncludeTax: true });
    expect(again.lines.map(({ id }) => id)).toEqual([line?.id]);
  });

  it('changes its lines as one act that an undo takes back, also after a move', async () => {
    const { client, ana } = await openShop();
    const { id, lines } = await client.deal.create({ partyId: ana.id, lines: [window, { name: 'Work', unitPrice: 5000 }] });
    const changed = await client.deal.setLines({ id, lines: [{ ...window, id: lines[0]!.id, pieces: 3 }, { name: 'Foam' }] });
    expect(changed.lines.map(({ name, pieces }) => [name, pieces])).toEqual([
      ['Window', 3],
      ['Foam', 1],
    ]);
    const actId = (await client.history.acts({ limit: 1 })).rows[0]?.id ?? '';
    await client.deal.win({ id });
    await client.history.undo({ id: actId });
    expect((await client.deal.get({ id })).lines).toEqual(lines);
    const wrong = client.deal.setLines({ id, lines: [{ id: 'other', name: 'x' }] });
    await expect(wrong).rejects.toMatchObject({ data: { field: 'lines', code: 'unknownLine' } });
  });

  it('says by its next task how urgent it is, and rots when it stays', async () => {
    const { client, ana, core } = await openShop();
    const { id } = await client.deal.create({ partyId: ana.id });
    const plan = (dueAt: number) =>
      core.store.perform({ actor: core.owner(), kind: 'task', subject: '' }, (act) =>
        createTask(act, { title: 'Call', dealId: id, dueAt }),
      );
    const now = core.store.now();
    await plan(now + 40 * 86_400_000);
    expect(await client.deal.get({ id })).toMatchObject({ urgency: 'later', nextTaskTitle: 'Call', isRotting: false });
    await plan(now - 60_000);
    expect(await client.deal.get({ id })).toMatchObject({ urgency: 'overdue', nextTaskAt: now - 60_000 });
    core.store.connection.execute(`UPDATE deal SET stage_since = stage_since - 3 * 86400000`);
    expect((await client.deal.get({ id })).isRotting).toBe(true);
  });

  it('has people with roles, and is found as theirs too', async () => {
    const { client, ana } = await openShop();
    const eva = await client.contact.create({ givenName: 'Eva' });
    const { id } = await client.deal.create({ partyId: ana.id });
    await client.deal.setContacts({ id, contacts: [{ partyId: eva.id, role: 'architect' }] });
    const { contacts } = await client.deal.setContacts({ id, contacts: [{ partyId: eva.id, role: 'payer' }] });
    expect(contacts).toEqual([{ id: expect.any(String) as string, partyId: eva.id, role: 'payer', title: 'Eva' }]);
    expect((await client.deal.list({ filter: { partyId: eva.id } })).total).toBe(1);
    const wrong = client.deal.setContacts({ id, contacts: [{ partyId: 'nobody', role: '' }] });
    await expect(wrong).rejects.toMatchObject({ data: { field: 'contacts', code: 'unknownParty' } });
  });

  it('goes for good with its client, and comes back with an undo as it was', async () => {
    const { client, ana } = await openShop();
    const { id } = await client.deal.create({ partyId: ana.id, lines: [window] });
    await client.deal.win({ id });
    const before = [await client.deal.get({ id }), await client.deal.stages({ id })];
    await client.contact.delete({ id: ana.id });
    expect((await client.deal.list({})).total).toBe(1);
    const { actId } = await client.party.purgeMany({ ids: [ana.id] });
    await expect(client.deal.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.history.undo({ id: actId });
    expect([await client.deal.get({ id }), await client.deal.stages({ id })]).toEqual(before);
  });

  it('is changed by who may', async () => {
    const { client, ana, actorOf, stage } = await openShop();
    const { id } = await client.deal.create({ partyId: ana.id });
    const forbidden = { code: 'FORBIDDEN' };
    await expect(actorOf('readOnly').deal.create({ partyId: ana.id })).rejects.toMatchObject(forbidden);
    await expect(actorOf('readOnly').deal.move({ id, stageId: stage('Quote') })).rejects.toMatchObject(forbidden);
    await expect(actorOf('specialist').deal.create({ partyId: ana.id })).rejects.toMatchObject(forbidden);
    await expect(actorOf('seller').deal.delete({ id })).rejects.toMatchObject(forbidden);
    const many = actorOf('seller').deal.changeMany({ ids: [id], change: { type: 'delete' } });
    await expect(many).rejects.toMatchObject({ ...forbidden, data: { permission: 'deal.delete' } });
    await expect(
      actorOf('seller').deal.statistics({ pipelineId: 'x', from: '2026-01-01', to: '2026-02-01' }),
    ).rejects.toMatchObject(forbidden);
  });
});

describe('many deals', () => {
  it('change as one act, and those that can’t are named', async () => {
    const { client, ana, stage } = await openShop();
    await client.contact.update({ id: ana.id, phones: [{ raw: '612345678' }] });
    const make = (siteAddress: string) => client.deal.create({ partyId: ana.id, siteAddress });
    const [one, other] = [await make('Calle Mayor 1'), await make('')];
    const ids = [one.id, other.id];
    const moved = await client.deal.changeMany({ ids, change: { type: 'move', stageId: stage('Measuring') } });
    expect(moved).toMatchObject({ changed: 1, refused: [other.id] });
    await client.history.undo({ id: moved.actId });
    expect((await client.deal.get({ id: one.id })).stageName).toBe('Request');
    expect(await client.deal.changeMany({ ids, change: { type: 'setOwner', ownerId: null } })).toMatchObject({ changed: 2 });
    expect(await client.deal.changeMany({ ids, change: { type: 'delete' } })).toMatchObject({ changed: 2 });
    expect((await client.deal.list({ filter: { deleted: true } })).total).toBe(2);
    expect(await client.deal.changeMany({ ids, change: { type: 'restore' } })).toMatchObject({ changed: 2 });
    const nowhere = client.deal.changeMany({ ids, change: { type: 'move', stageId: 'nowhere' } });
    await expect(nowhere).rejects.toMatchObject({ data: { code: 'unknownStage' } });
  });
});

describe('the list of deals', () => {
  it('finds words of the title and of the client’s name together, in any order', async () => {
    const { client, ana } = await openShop();
    await client.deal.create({ partyId: ana.id, title: 'Ventanas de la cocina' });
    await client.deal.create({ partyId: ana.id, title: 'Puerta' });
    const titles = async (text: string) => (await client.deal.list({ filter: { text } })).rows.map(({ title }) => title);
    expect(await titles('RUÍZ coci')).toEqual(['Ventanas de la cocina']);
    expect((await titles('ana')).length).toBe(2);
    expect(await titles('"*')).toHaveLength(2);
    expect(await titles('nada')).toEqual([]);
  });

  it('sorts by each field and filters by conditions', async () => {
    const { client, ana } = await openShop();
    for (const estimate of [300, 100, 200]) await client.deal.create({ partyId: ana.id, title: `T${estimate}`, estimate });
    for (const field of [
      'next',
      'title',
      'amount',
      'expectedClose',
      'createdAt',
      'updatedAt',
      'closedAt',
      'stage',
      'owner',
      'client',
    ] as const)
      for (const direction of ['ascending', 'descending'] as const)
        expect((await client.deal.list({ sort: { field, direction } })).rows).toHaveLength(3);
    const { rows } = await client.deal.list({ sort: { field: 'amount', direction: 'ascending' } });
    expect(rows.map(({ amount }) => amount)).toEqual([100, 200, 300]);
    const where = {
      all: [
        { field: 'amount', is: 'atLeast', value: 200 },
        { field: 'client.title', is: 'contains', value: 'ana' },
      ],
    } as const;
    expect(await client.deal.list({ filter: { where: structuredClone(where) as never } })).toMatchObject({
      total: 2,
      sums: [{ currency: 'EUR', amount: 500, weighted: 50 }],
    });
    const wrong = client.deal.list({ filter: { where: { all: [{ field: 'nothing', is: 'is', value: '' }] } } });
    await expect(wrong).rejects.toMatchObject({ code: 'REFUSED', data: { field: 'where', code: 'unknownField' } });
  });
});
