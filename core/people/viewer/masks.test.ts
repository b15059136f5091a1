import { describe, expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { builtInRights } from '#shared/people/role.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const phone = '612345678';

/** A seller to whom phones and addresses are hidden, who sees her own work, and a client known by a phone alone. */
async function openShop() {
  const { client, clientOf } = await openTestCore();
  await client.pipeline.create({ name: 'Windows', stages: [{ name: 'One', probability: 10 }] });
  const { id, branchId } = await client.people.create({ name: 'Eva', role: 'seller' });
  const other = await client.people.create({ name: 'Leo', role: 'seller' });
  const delivered = builtInRights('seller');
  const own = { see: 'own', edit: 'own' } as const;
  const rights = {
    ...delivered,
    fields: { phones: 'hide', emails: 'hide' },
    objects: { ...delivered.objects, lead: own, deal: { ...own, delete: 'own' }, task: own },
  } as const;
  const eva = clientOf(personActor({ id, name: 'Eva', role: 'own', branchId, rights }));
  const nameless = await client.contact.create({ phones: [{ raw: phone }], ownerId: id });
  return { owner: client, eva, id, other: other.id, partyId: nameless.id };
}

describe('somebody to whom phones are hidden', () => {
  it.each(['id', 'other'] as const)('isn’t told one by work for a client without a name, given to %s', async (whose) => {
    const { eva, partyId, ...people } = await openShop();
    const ownerId = people[whose];
    const told = [
      await eva.deal.create({ partyId, ownerId }),
      await eva.deal.create({ partyId, ownerId, title: 'Balcony' }),
      await eva.lead.create({ partyId, ownerId, title: 'Asks for a price' }),
      await eva.task.create({ type: 'call', title: 'Ask again', partyId, assigneeId: ownerId, dueAt: Date.UTC(2026, 10, 23) }),
      await eva.deal.list({}),
      await eva.task.list({}),
      await eva.history.acts({ offset: 0, limit: 30 }),
    ];
    expect(JSON.stringify(told)).not.toContain(phone);
  });

  it('isn’t told one by a deal that others made, nor by its document', async () => {
    const { owner, eva, id, partyId } = await openShop();
    const deal = await owner.deal.create({ partyId, ownerId: id, lines: [{ name: 'Window', unitPrice: 100_00 }] });
    expect(deal.title).toBe('Windows');
    expect((await owner.deal.update({ id: deal.id, title: '' })).title).toBe('Windows');
    const { id: documentId } = await owner.document.create({ dealId: deal.id, kind: 'quote' });
    expect(JSON.stringify(await owner.document.get({ id: documentId }))).toContain(phone);
    const told = [await eva.deal.get({ id: deal.id }), await eva.document.get({ id: documentId })];
    expect(JSON.stringify(told)).not.toContain(phone);
  });
});
