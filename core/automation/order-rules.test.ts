import { describe, expect, it } from 'vitest';
import type { AutomationAction } from '#shared/automation/actions.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

async function openShop() {
  const shop = await openTestCore({ ownerName: 'Ana', trade: 'windows', language: 'es', firstRunDone: true });
  const { client } = shop;
  const add = (name: string) => {
    const tag: AutomationAction = { type: 'setField', record: 'lead', field: 'source', value: name };
    return client.automation.create({ name, event: { type: 'leadCame' }, actions: [tag] });
  };
  const [first, second, third] = [await add('uno'), await add('dos'), await add('tres')];
  const order = async () => (await client.automation.list()).map(({ name, position }) => `${position} ${name}`);
  return { ...shop, first, second, third, order };
}

describe('the order of rules', () => {
  it('is as they were made, until one is put elsewhere', async () => {
    const { client, first, third, order } = await openShop();
    expect(await order()).toEqual(['1 uno', '2 dos', '3 tres']);
    await client.automation.update({ id: third.id, position: 1 });
    expect(await order()).toEqual(['1 tres', '2 uno', '3 dos']);
    await client.automation.update({ id: third.id, position: 2 });
    expect(await order()).toEqual(['1 uno', '2 tres', '3 dos']);
    expect(await client.automation.update({ id: first.id, position: 99 })).toMatchObject({ position: 3 });
    expect(await order()).toEqual(['1 tres', '2 dos', '3 uno']);
  });

  it('is that in which they answer', async () => {
    const { client, first, third } = await openShop();
    const sourceOf = async (name: string) => {
      const { id } = await client.lead.create({ name, phones: ['612345678'] });
      return (await client.lead.get({ id })).source;
    };
    expect(await sourceOf('Luis')).toBe('tres');
    await client.automation.update({ id: third.id, position: 1 });
    await client.automation.update({ id: first.id, position: 3 });
    expect(await sourceOf('Eva')).toBe('uno');
  });

  it('stays where there are others left, and a new one comes last', async () => {
    const { client, first, second, order } = await openShop();
    await client.automation.delete({ id: first.id });
    await client.automation.update({ id: second.id, position: 2 });
    expect(await order()).toEqual(['1 tres', '2 dos']);
    await client.automation.create({ name: 'cuatro', event: { type: 'dealWon' }, actions: [{ type: 'addTag', tag: 'x' }] });
    expect(await order()).toEqual(['1 tres', '2 dos', '3 cuatro']);
  });

  it('changes nothing else of a rule, so that the dates it waits for are still its', async () => {
    const { client, first } = await openShop();
    const moved = await client.automation.update({ id: first.id, position: 2 });
    expect(moved).toEqual({ ...first, position: 2 });
  });

  it('begins at one', async () => {
    const { client, first } = await openShop();
    await expect(client.automation.update({ id: first.id, position: 0 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
