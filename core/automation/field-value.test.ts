import { describe, expect, it } from 'vitest';
import type { AutomationAction } from '#shared/automation/actions.ts';
import type { AutomationEvent } from '#shared/automation/events.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

type SetField = Extract<AutomationAction, { readonly type: 'setField' }>;
type Setting = readonly [record: SetField['record'], field: string, value: SetField['value']];

async function openShop() {
  const shop = await openTestCore({ language: 'en', timeZone: 'Europe/Madrid' });
  const { client } = shop;
  const { id: partyId } = await client.contact.create({ givenName: 'Rosa', kind: 'partner', source: 'street' });
  const ruleOf = (event: AutomationEvent, [record, field, value]: Setting) =>
    client.automation.create({ name: field, event, actions: [{ type: 'setField', record, field, value }] });
  return { ...shop, partyId, ruleOf };
}

describe('a rule that sets a field', () => {
  it.each<Setting>([
    ['deal', 'estimate', 'a lot'],
    ['deal', 'estimate', -5],
    ['deal', 'estimate', 1.5],
    ['deal', 'estimate', 1e15],
    ['deal', 'ownProbability', 101],
    ['deal', 'expectedClose', 'tomorrow'],
    ['deal', 'expectedClose', '2026-02-30'],
    ['deal', 'expectedClose', '{client.name}'],
    ['deal', 'title', 5],
    ['deal', 'notes', false],
    ['client', 'kind', 'friend'],
    ['client', 'kind', null],
    ['lead', 'text', 5],
  ])('is refused where the %s has no such %s: %s', async (...setting) => {
    const { ruleOf } = await openShop();
    await expect(ruleOf({ type: 'leadCame' }, setting)).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'actions.0.value', code: 'wrongValue' },
    });
  });

  it.each<Setting>([
    ['deal', 'source', null],
    ['deal', 'estimate', null],
    ['deal', 'expectedClose', ''],
    ['deal', 'ownProbability', ''],
    ['client', 'preferences', null],
  ])('empties a %s’s %s by %s', async (...setting) => {
    const { client, partyId, ruleOf } = await openShop();
    await ruleOf({ type: 'dealWon' }, setting);
    const deal = await client.deal.create({
      partyId,
      source: 'site',
      estimate: 500,
      ownProbability: 20,
      expectedClose: '2026-12-01',
    });
    await client.deal.win({ id: deal.id });
    const [run] = (await client.automation.runs({})).rows;
    expect(run).toMatchObject({ status: 'done', steps: [{ status: 'done' }] });
    const now = await client.deal.get({ id: deal.id });
    expect({ ...now, preferences: '' }[setting[1] as 'source'] || null).toBeNull();
  });

  it('cuts words that came out too long, in tasks too, so that everything can be read', async () => {
    const { client, partyId, ruleOf } = await openShop();
    await ruleOf({ type: 'dealWon' }, ['deal', 'source', '{deal.title}{deal.title}']);
    await client.automation.create({
      name: 'Long',
      event: { type: 'dealWon' },
      actions: [
        {
          type: 'createTask',
          taskType: 'todo',
          title: '{deal.title}{deal.title}',
          assignee: { type: 'owner' },
          due: { type: 'dealMoment', field: 'expectedClose' },
        },
      ],
    });
    const deal = await client.deal.create({ partyId, title: 'x'.repeat(200), expectedClose: '1926-12-01' });
    expect((await client.deal.win({ id: deal.id })).source).toHaveLength(200);
    const { rows } = await client.task.list({ filter: { dealId: deal.id } });
    expect(rows).toMatchObject([{ title: 'x'.repeat(300) }]);
  });
});
