import { describe, expect, it } from 'vitest';
import { checkDatabase } from '#core/check/check-database.ts';
import { createDemo } from '#core/demo/commands.ts';
import { createDemoDeals } from '#core/demo/demo-deals.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

describe('invented deals', () => {
  it('lie in as many stages as asked for, in good order, and one undo takes them back', async () => {
    const { client, core } = await openTestCore();
    const add = (work: Parameters<typeof core.store.performNow>[1]) =>
      core.store.performNow({ actor: core.owner(), kind: 'demo', subject: '' }, work);
    expect(add((act) => createDemoDeals(act, { deals: 5, seed: 1 })).result).toBe(0);
    add((act) => createDemo(act, { contacts: 20, seed: 1 }));
    const { actId, result } = add((act) => createDemoDeals(act, { deals: 200, seed: 1, stages: 8 }));
    expect(result).toBe(200);
    const [pipeline] = await client.pipeline.list();
    const { columns } = await client.deal.board({ pipelineId: pipeline?.id ?? '' });
    expect(columns).toHaveLength(8);
    expect(columns.every(({ count }) => count > 0)).toBe(true);
    const urgencies = new Set(columns.flatMap(({ rows }) => rows.map(({ urgency }) => urgency)));
    expect([...urgencies].toSorted()).toEqual(expect.arrayContaining(['later', 'nothingPlanned', 'overdue']));
    expect(checkDatabase(core.store.connection).faults).toEqual([]);
    await client.history.undo({ id: actId });
    expect((await client.deal.list({})).total).toBe(0);
    expect(await client.pipeline.list()).toEqual([]);
  });
});
