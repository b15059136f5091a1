import { describe, expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { languages, trades } from '#shared/settings/contract.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

describe('a pipeline', () => {
  it('of the trade is there when the first run is done, within the same act', async () => {
    const { client } = await openTestCore();
    await client.settings.update({ trade: 'windows', language: 'ru' });
    expect(await client.pipeline.list()).toEqual([]);
    await client.settings.update({ firstRunDone: true });
    const [pipeline] = await client.pipeline.list();
    expect(pipeline?.stages.map(({ name }) => name)).toEqual(['Заявка', 'Замер', 'Расчёт и согласование', 'Оплата', 'Монтаж']);
    await client.settings.update({ firstRunDone: true });
    expect(await client.pipeline.list()).toHaveLength(1);
    const { rows } = await client.history.acts({});
    expect(rows.every(({ kind }) => kind === 'settings')).toBe(true);
  });

  it('is ready for every trade in every language, with chances that grow', async () => {
    const { client } = await openTestCore();
    for (const language of languages) {
      await client.settings.update({ language });
      for (const trade of trades) {
        const { name, stages } = await client.pipeline.addReady({ trade });
        expect(name).not.toMatch(/^pipeline\./);
        expect(stages.length).toBeGreaterThan(3);
        const chances = stages.map(({ probability }) => probability);
        expect(chances).toEqual(chances.toSorted((one, other) => one - other));
      }
    }
    expect(new Set((await client.pipeline.list()).map(({ position }) => position)).size).toBe(languages.length * trades.length);
  });

  it('changes its stages: named ones stay, new ones come, others go, and an undo brings all back', async () => {
    const { client } = await openTestCore();
    const before = await client.pipeline.create({
      name: 'Sales',
      stages: [
        { name: 'A', probability: 10 },
        { name: 'B', probability: 20 },
      ],
    });
    const [, second] = before.stages;
    const stages = [
      { name: 'C', probability: 5 },
      { ...second!, name: 'B2' },
    ];
    const after = await client.pipeline.update({ id: before.id, name: 'Ventas', stages, cardFields: ['amount'] });
    expect(after).toMatchObject({
      name: 'Ventas',
      cardFields: ['amount'],
      stages: [{ name: 'C' }, { id: second?.id, name: 'B2', position: 1 }],
    });
    const { rows } = await client.history.acts({ limit: 1 });
    expect(rows[0]).toMatchObject({ kind: 'pipeline', subject: 'Sales' });
    await client.history.undo({ id: rows[0]?.id ?? '' });
    expect(await client.pipeline.list()).toEqual([before]);
  });

  it('refuses stages of others, and to go while open deals are in it', async () => {
    const { client } = await openTestCore();
    const stages = [{ name: 'A', probability: 10 }];
    const [one, other] = [
      await client.pipeline.create({ name: 'One', stages }),
      await client.pipeline.create({ name: 'Two', stages }),
    ];
    const refusal = (field: string, code: string) => ({ code: 'REFUSED', data: { field, code } });
    const foreign = client.pipeline.update({ id: one.id, stages: other.stages });
    await expect(foreign).rejects.toMatchObject(refusal('stages', 'unknownStage'));
    await expect(client.pipeline.create({ name: 'X', stages: one.stages })).rejects.toMatchObject(
      refusal('stages', 'unknownStage'),
    );
    await expect(client.pipeline.update({ id: 'none', name: 'X' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { id: partyId } = await client.contact.create({ givenName: 'Ana' });
    const deal = await client.deal.create({ partyId, pipelineId: one.id });
    await expect(client.pipeline.delete({ id: one.id })).rejects.toMatchObject(refusal('id', 'pipelineInUse'));
    await client.deal.win({ id: deal.id });
    await client.pipeline.delete({ id: one.id });
    expect((await client.pipeline.list()).map(({ name }) => name)).toEqual(['Two']);
    expect(await client.deal.get({ id: deal.id })).toMatchObject({ pipelineName: 'One' });
    expect(await client.deal.reopen({ id: deal.id })).toMatchObject({ pipelineName: 'Two' });
    await expect(client.deal.create({ partyId, pipelineId: one.id })).rejects.toMatchObject(
      refusal('pipelineId', 'unknownPipeline'),
    );
  });

  it('is changed by who may', async () => {
    const { client, clientOf } = await openTestCore();
    const seller = clientOf(personActor({ id: 'u', name: 'U', role: 'seller' }));
    await expect(seller.pipeline.addReady({ trade: 'windows' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await client.pipeline.addReady({ trade: 'windows' });
    expect(await seller.pipeline.list()).toHaveLength(1);
  });
});

describe('reasons for losing a deal', () => {
  it('are kept in order, and by the deals lost for them', async () => {
    const { client } = await openTestCore();
    const [price, time] = await client.pipeline.setLostReasons({ reasons: [{ name: 'Price' }, { name: 'Time' }] });
    const { id: partyId } = await client.contact.create({ givenName: 'Ana' });
    const { id } = await client.deal.create({ partyId });
    await client.deal.lose({ id, reasonId: price?.id ?? '' });
    const left = await client.pipeline.setLostReasons({ reasons: [{ name: 'New' }, { id: time?.id ?? '', name: 'Too late' }] });
    expect(left.map(({ name, position }) => [name, position])).toEqual([
      ['New', 0],
      ['Too late', 1],
    ]);
    expect((await client.deal.get({ id })).lostReason).toBe('Price');
  });
});
