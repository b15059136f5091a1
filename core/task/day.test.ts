import { describe, expect, it } from 'vitest';
import { openTestCore } from '#test/factories/open-test-core.ts';

describe('a day', () => {
  it('neither shows nor counts what is about something in the recycle bin', async () => {
    const { client } = await openTestCore();
    const [ana, eva] = [await client.contact.create({ givenName: 'Ana' }), await client.contact.create({ givenName: 'Eva' })];
    const [kept, gone] = [await client.deal.create({ partyId: ana.id }), await client.deal.create({ partyId: ana.id })];
    const places = [{}, { dealId: kept.id }, { dealId: gone.id }, { partyId: ana.id }, { partyId: eva.id }];
    for (const place of places) await client.task.create({ ...place, title: 'Late', dueAt: 0 });
    await client.deal.delete({ id: gone.id });
    await client.contact.delete({ id: eva.id });
    const { overdue, overdueCount } = await client.task.day({});
    expect([overdue.length, overdueCount]).toEqual([3, 3]);
  });
});
