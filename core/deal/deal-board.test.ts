import { describe, expect, it } from 'vitest';
import { createTask } from '#core/task/commands.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const hour = 3_600_000;

async function openBoard() {
  const { client, clientOf, core } = await openTestCore({ timeZone: 'Europe/Madrid' });
  const pipeline = await client.pipeline.create({
    name: 'Sales',
    stages: [
      { name: 'One', probability: 40 },
      { name: 'Two', probability: 80 },
    ],
  });
  const { id: partyId } = await client.contact.create({ givenName: 'Ana' });
  const now = core.store.now();
  /** Hours until its next task is due. */
  const add = async (title: string, hours: number | null) => {
    const { id } = await client.deal.create({ partyId, title, estimate: 1000 });
    if (hours !== null)
      await core.store.perform({ actor: core.owner(), kind: 'task', subject: '' }, (act) =>
        createTask(act, { title, dealId: id, dueAt: now + hours * hour }),
      );
    return id;
  };
  return { client, clientOf, core, pipeline, partyId, add };
}

describe('the board', () => {
  it('puts what is due first, then what has nothing planned, then the rest, whatever the page', async () => {
    const { client, pipeline, add } = await openBoard();
    await add('later', 100);
    await add('nothing', null);
    await add('overdue', -2);
    await add('much later', 200);
    await add('long overdue', -50);
    await add('nothing either', null);
    const expected = ['long overdue', 'overdue', 'nothing', 'nothing either', 'later', 'much later'];
    const titles = (rows: readonly { readonly title: string }[]) => rows.map(({ title }) => title);
    const { columns } = await client.deal.board({ pipelineId: pipeline.id });
    expect(columns.map(({ rows }) => titles(rows))).toEqual([expected, []]);
    const stageId = pipeline.stages[0]?.id ?? '';
    for (let offset = 0; offset < 7; offset++)
      for (const limit of [1, 2, 3]) {
        const { rows } = await client.deal.column({ pipelineId: pipeline.id, stageId, offset, limit });
        expect(titles(rows)).toEqual(expected.slice(offset, offset + limit));
      }
  });

  it('counts and sums each column by currency, weighted with the deal’s own probability or the stage’s', async () => {
    const { client, pipeline, partyId } = await openBoard();
    await client.deal.create({ partyId, estimate: 1000 });
    await client.deal.create({ partyId, estimate: 2000, ownProbability: 100 });
    await client.deal.create({ partyId, estimate: 500, currency: 'USD' });
    const lost = await client.deal.create({ partyId, estimate: 7000 });
    await client.deal.lose({ id: lost.id, reasonId: null });
    const { columns } = await client.deal.board({ pipelineId: pipeline.id, perColumn: 0 });
    const sums = [
      { currency: 'EUR', amount: 3000, weighted: 2400 },
      { currency: 'USD', amount: 500, weighted: 200 },
    ];
    expect(columns).toMatchObject([
      { count: 3, sums, rows: [] },
      { count: 0, sums: [], rows: [] },
    ]);
    const filtered = await client.deal.board({
      pipelineId: pipeline.id,
      filter: { where: { all: [{ field: 'amount', is: 'moreThan', value: 900 }] } },
    });
    expect(filtered.columns[0]).toMatchObject({ count: 2, sums: [{ currency: 'EUR', amount: 3000, weighted: 2400 }] });
  });

  it('filters by words of the title or of the client, and counts and pages what fits', async () => {
    const { client, pipeline, add } = await openBoard();
    const { id: partyId } = await client.contact.create({ givenName: 'Balbina', familyName: 'Ruiz' });
    const [, second] = pipeline.stages;
    for (const title of ['Balcony', 'Kitchen', 'Balcony of Ana']) await add(title, null);
    await client.deal.create({ partyId, title: 'Door', estimate: 500, stageId: second?.id ?? '' });
    const board = async (text: string) => {
      const { columns } = await client.deal.board({ pipelineId: pipeline.id, filter: { text } });
      return columns.map(({ count, sums, rows }) => [count, sums[0]?.amount ?? 0, rows.map(({ title }) => title)]);
    };
    const inFirst = ['Balcony', 'Balcony of Ana'];
    expect(await board('bal')).toEqual([
      [2, 2000, inFirst],
      [1, 500, ['Door']],
    ]);
    expect(await board('ana balc')).toEqual([
      [2, 2000, inFirst],
      [0, 0, []],
    ]);
    const column = { pipelineId: pipeline.id, stageId: pipeline.stages[0]?.id ?? '', limit: 5, offset: 1 };
    expect((await client.deal.column({ ...column, filter: { text: 'bal' } })).rows.map(({ title }) => title)).toEqual([
      'Balcony of Ana',
    ]);
    expect((await client.deal.column({ ...column, filter: { text: 'nothing' } })).rows).toEqual([]);
  });

  it('reads orders and sums from indexes alone', async () => {
    const { core } = await openBoard();
    const planOf = (sql: string) =>
      core.store.db
        .read<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => detail)
        .join('; ');
    const open = `deal.stage_id = 's' AND deal.status = 'open' AND deal.deleted_at IS NULL`;
    for (const due of ['deal.next_task_at <= 5', 'deal.next_task_at > 5'])
      expect(planOf(`SELECT deal.seq FROM deal WHERE ${open} AND ${due} ORDER BY deal.next_task_at, deal.seq LIMIT 5`)).toMatch(
        /^SEARCH deal USING (COVERING )?INDEX deal_on_board \(stage_id=\? AND next_task_at[<>]\?\)$/,
      );
    expect(planOf(`SELECT deal.seq FROM deal WHERE ${open} AND deal.next_task_at IS NULL ORDER BY deal.seq LIMIT 5`)).toMatch(
      /^SEARCH deal USING (COVERING )?INDEX deal_on_board \(stage_id=\? AND next_task_at=\?\)$/,
    );
    expect(
      planOf(
        `SELECT deal.currency, count(*), total(deal.amount * coalesce(deal.own_probability, 3)) FROM deal WHERE ${open} GROUP BY deal.currency`,
      ),
    ).toMatch(/^SEARCH deal USING COVERING INDEX deal_by_sums \(stage_id=\?\)$/);
  });

  it('shows no deal out of sight: a stage taken away comes back with a deal that an undo puts into it', async () => {
    const { client, pipeline, add } = await openBoard();
    const id = await add('deal', null);
    const [one, two] = pipeline.stages;
    const refused = client.pipeline.update({ id: pipeline.id, stages: [two!] });
    await expect(refused).rejects.toMatchObject({ data: { field: 'stages', code: 'stageInUse', value: 'One' } });
    const { actId } = await client.deal.delete({ id });
    await client.pipeline.update({ id: pipeline.id, stages: [two!] });
    await client.history.undo({ id: actId });
    const { columns } = await client.deal.board({ pipelineId: pipeline.id });
    expect(columns.map(({ stage, count }) => [stage.id, count])).toContainEqual([one?.id, 1]);
    await client.deal.delete({ id });
    await client.deal.restore({ id });
    expect(await client.deal.get({ id })).toMatchObject({ stageId: two?.id });
  });

  it('is the same to whoever sees only her own, where all of it is hers or for her to do', async () => {
    const { client, clientOf, core, pipeline, add } = await openBoard();
    const seller = (await client.people.roles()).find(({ id }) => id === 'seller')!.rights;
    const { client: clients, deal, ...others } = seller.objects;
    const objects = { ...others, client: { ...clients, see: 'own' as const }, deal: { ...deal, see: 'own' as const } };
    const role = await client.people.createRole({ name: 'Own', rights: { ...seller, objects } });
    const person = await client.people.create({ name: 'Eva', role: role.id });
    const ids = [];
    for (const hours of [100, null, -2, 200, -50, null]) ids.push(await add(`due in ${hours}`, hours));
    const [atWork, moved, ...owned] = ids;
    for (const id of [moved!, ...owned]) await client.deal.update({ id, ownerId: person.id, ownProbability: 50 });
    const { partyId } = await client.deal.get({ id: atWork! });
    await client.task.create({ type: 'call', title: 'Measure', dealId: atWork!, partyId, assigneeId: person.id });
    await client.deal.move({ id: moved!, stageId: pipeline.stages[1]?.id ?? '' });
    await client.deal.update({ id: owned[0]!, expectedClose: '2026-12-01', estimate: 5 });
    const found = core.actorOf(person.id);
    if (found.type !== 'actor') throw new Error('Eva isn’t there');
    const eva = clientOf(found.actor);
    for (const sort of ['next', 'amount', 'createdAt', 'expectedClose', 'title'] as const) {
      const board = { pipelineId: pipeline.id, sort };
      expect(await eva.deal.board(board)).toEqual(await client.deal.board(board));
      const column = { ...board, stageId: pipeline.stages[0]?.id ?? '', offset: 1, limit: 3 };
      expect(await eva.deal.column(column)).toEqual(await client.deal.column(column));
    }
    const all = { sort: { field: 'title' as const, direction: 'ascending' as const } };
    expect(await eva.deal.list(all)).toEqual(await client.deal.list(all));
  });

  it('refuses what isn’t there', async () => {
    const { client, pipeline } = await openBoard();
    await expect(client.deal.board({ pipelineId: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.deal.column({ pipelineId: pipeline.id, stageId: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('statistics', () => {
  it('tell how many came to each stage, went on or were lost', async () => {
    const { client, pipeline, add } = await openBoard();
    const [one, other, third] = [await add('a', null), await add('b', null), await add('c', null)];
    await client.deal.move({ id: one, stageId: pipeline.stages[1]?.id ?? '' });
    await client.deal.win({ id: one });
    await client.deal.lose({ id: other, reasonId: null });
    await client.deal.delete({ id: third });
    const found = await client.deal.statistics({ pipelineId: pipeline.id, from: '2020-01-01', to: '2099-12-31' });
    expect(found).toMatchObject({
      stages: [
        { entered: 2, movedOn: 1, lost: 1 },
        { entered: 1, movedOn: 1, lost: 0 },
      ],
      won: { count: 1, sums: [{ currency: 'EUR', amount: 1000, weighted: 1000 }] },
      lost: { count: 1 },
      lostReasons: [{ reasonId: null, name: '', count: 1 }],
    });
    expect((await client.deal.statistics({ pipelineId: pipeline.id, from: '2020-01-01', to: '2020-12-31' })).won.count).toBe(0);
  });
});
