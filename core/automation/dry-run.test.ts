import { describe, expect, it } from 'vitest';
import { openTestCore } from '#test/factories/open-test-core.ts';

const visitAt = Date.parse('2026-11-24T09:00:00Z');

describe('a rule tried on past data', () => {
  it.each([true, false])(
    'counts each time a field was filled once, however its record began (only when filled: %s)',
    async (filled) => {
      const { client } = await openTestCore({ trade: 'windows' });
      const { id: partyId } = await client.contact.create({ givenName: 'Rosa' });
      const event = { type: 'fieldChanged', record: 'deal', field: 'visitAt', filled } as const;
      const events = async () => (await client.automation.dryRun({ event })).events;
      await client.deal.create({ partyId });
      expect(await events()).toBe(0);
      const late = await client.deal.create({ partyId });
      await client.deal.update({ id: late.id, visitAt });
      expect(await events()).toBe(1);
      const early = await client.deal.create({ partyId, visitAt });
      expect(await events()).toBe(2);
      await client.deal.update({ id: early.id, visitAt: visitAt + 1000 });
      expect(await events()).toBe(filled ? 2 : 3);
      const { rows } = await client.history.acts({});
      await client.history.undo({ id: rows[0]?.id ?? '' });
      expect(await events()).toBe(filled ? 2 : 3);
      await client.deal.update({ id: early.id, visitAt: null });
      expect(await events()).toBe(filled ? 2 : 4);
    },
  );

  it('does so for fields of the shop', async () => {
    const { client } = await openTestCore({ trade: 'windows' });
    const { key } = await client.customField.create({ label: 'Colour', type: 'text' });
    const event = { type: 'fieldChanged', record: 'party', field: `custom.${key}`, filled: true } as const;
    const events = async () => (await client.automation.dryRun({ event })).events;
    const { id } = await client.contact.create({ givenName: 'Rosa' });
    await client.contact.update({ id, custom: { [key]: 'white' } });
    expect(await events()).toBe(1);
    await client.contact.create({ givenName: 'Luis', custom: { [key]: 'brown' } });
    expect(await events()).toBe(2);
  });
});
