import { describe, expect, it } from 'vitest';
import { takeInLead } from '#core/lead/commands.ts';
import type { NewLead } from '#core/lead/commands.ts';
import { findLead, listLeads } from '#core/lead/queries.ts';
import type { Core } from '#core/core.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

function takeIn(core: Core, input: NewLead) {
  return core.store.performNow({ actor: core.owner(), kind: 'lead', subject: '' }, (act) => takeInLead(act, input)).result;
}

function leadOf(core: Core, input: NewLead) {
  const taken = takeIn(core, input);
  if (taken.type === 'refused') throw new Error(`${taken.field} ${taken.code}`);
  const lead = findLead(core.store.db, taken.lead.id);
  if (!lead) throw new Error('not kept');
  return { ...lead, type: taken.type };
}

describe('a request', () => {
  it('recognises the client by a phone written another way', async () => {
    const { core, client } = await openTestCore();
    const maria = await client.contact.create({ givenName: 'María', phones: [{ raw: '625 607 313' }] });
    const lead = leadOf(core, { name: 'maria', phones: ['0034 (625) 60-73-13'] });
    expect(lead).toMatchObject({
      partyId: maria.id,
      hasNewParty: false,
      partyTitle: 'María',
      partyType: 'contact',
      status: 'new',
    });
    expect((await client.party.list({})).total).toBe(1);
  });

  it('recognises the client by email, whatever the case', async () => {
    const { core, client } = await openTestCore();
    const maria = await client.contact.create({ givenName: 'María', emails: [{ address: 'Maria@Example.com' }] });
    expect(leadOf(core, { emails: ['MARIA@example.COM'] }).partyId).toBe(maria.id);
  });

  it('adds a card for somebody unknown, of kind lead, with the company named', async () => {
    const { core, client } = await openTestCore();
    const lead = leadOf(core, {
      name: 'Ana Ruiz Soler',
      companyName: 'Cristales Norte',
      phones: ['912345678'],
      emails: ['ana@norte.es'],
      source: 'site',
    });
    expect(lead.hasNewParty).toBe(true);
    const card = await client.contact.get({ id: lead.partyId ?? '' });
    expect(card).toMatchObject({ kind: 'lead', givenName: 'Ana', familyName: 'Ruiz Soler', source: 'site' });
    expect(card.phones[0]?.e164).toBe('+34912345678');
    expect(card.emails[0]?.address).toBe('ana@norte.es');
    expect(await client.link.ofParty({ id: card.id })).toMatchObject([{ companyTitle: 'Cristales Norte' }]);
    const again = leadOf(core, { name: 'Luis', companyName: 'Cristales Norte', phones: ['611111111'] });
    expect(await client.link.ofParty({ id: again.partyId ?? '' })).toMatchObject([{ companyTitle: 'Cristales Norte' }]);
    expect((await client.party.list({ filter: { type: 'company' } })).total).toBe(1);
  });

  it('takes the company for who asks when nobody of it is named', async () => {
    const { core } = await openTestCore();
    const lead = leadOf(core, { companyName: 'Cristales Norte', phones: ['912345678'] });
    expect(lead).toMatchObject({ partyType: 'company', partyTitle: 'Cristales Norte' });
    expect(leadOf(core, { phones: ['+34912345678'], text: 'again' }).partyId).toBe(lead.partyId);
  });

  it('finds in a family the one whose name fits, and takes another name for another one', async () => {
    const { core, client } = await openTestCore();
    const phones = [{ raw: '912345678' }];
    const maria = await client.contact.create({ givenName: 'María', familyName: 'García', phones });
    const jose = await client.contact.create({ givenName: 'José', familyName: 'García', phones });
    expect(leadOf(core, { name: 'Jose Garcia', phones: ['912345678'] }).partyId).toBe(jose.id);
    const lucia = leadOf(core, { name: 'Lucía García', phones: ['912345678'] });
    expect(lucia.hasNewParty).toBe(true);
    await client.activity.create({ partyId: maria.id, type: 'call', text: '' });
    expect(leadOf(core, { phones: ['912345678'] }).partyId).toBe(maria.id);
  });

  it('is one however often it is sent', async () => {
    const { core } = await openTestCore();
    const first = leadOf(core, { name: 'Ana', externalId: 'form-17', source: 'site' });
    const second = leadOf(core, { name: 'Ana', externalId: 'form-17', source: 'site', text: 'changed' });
    expect(second).toMatchObject({ type: 'known', id: first.id, text: '' });
    expect(leadOf(core, { name: 'Ana', externalId: 'form-17', source: 'Instagram' }).type).toBe('created');
  });

  it('is one when it is sent again within two minutes, and two when it says something else', async () => {
    const { core } = await openTestCore();
    const said = { name: 'Ana', phones: ['625607313'], text: 'Two windows' };
    expect(leadOf(core, said).type).toBe('created');
    expect(leadOf(core, said).type).toBe('known');
    expect(leadOf(core, { ...said, text: 'Three windows' }).type).toBe('created');
    expect(listLeads(core.store.db, { text: '', offset: 0, limit: 50 }, 'ES').total).toBe(2);
  });

  it('is refused when it says nothing of who asks', async () => {
    const { core } = await openTestCore();
    expect(takeIn(core, { text: 'Hello', phones: ['-'] })).toEqual({ type: 'refused', field: 'name', code: 'nobody' });
    expect(takeIn(core, { name: 'Ana', partyId: 'nobody' })).toEqual({ type: 'refused', field: 'partyId', code: 'unknownParty' });
  });

  it('goes to the seller of the client', async () => {
    const { core, client } = await openTestCore();
    const seller = await client.people.create({ name: 'Pedro', role: 'seller' });
    await client.contact.create({ givenName: 'María', ownerId: seller.id, phones: [{ raw: '625607313' }] });
    expect(leadOf(core, { phones: ['625607313'] })).toMatchObject({ ownerId: seller.id, ownerName: 'Pedro' });
    expect(leadOf(core, { name: 'Somebody new', phones: ['625607314'] }).ownerId).toBeNull();
  });

  it('is told to whoever is in charge, else to those who lead the shop, and to who is put in charge later', async () => {
    const { core, client, clientOf } = await openTestCore();
    const [head, seller] = [
      await client.people.create({ name: 'Eva', role: 'head' }),
      await client.people.create({ name: 'Pedro', role: 'seller' }),
    ];
    const told = async (userId: string) => {
      const found = core.actorOf(userId);
      if (found.type !== 'actor') throw new Error(found.type);
      return (await clientOf(found.actor).notice.list({})).rows.map(({ recordId }) => recordId);
    };
    const nobodys = await client.lead.create({ name: 'Ana', channel: 'form' });
    const sellers = await client.lead.create({ name: 'Luis', ownerId: seller.id });
    expect(await told(head.id)).toEqual([nobodys.id]);
    expect(await told(core.owner().userId)).toEqual([nobodys.id]);
    expect(await told(seller.id)).toEqual([sellers.id]);
    await client.lead.update({ id: nobodys.id, ownerId: seller.id });
    expect(await told(seller.id)).toEqual(expect.arrayContaining([sellers.id, nobodys.id]));
    await client.lead.create({ name: 'Typed in', channel: 'manual' });
    expect(await told(core.owner().userId)).toHaveLength(1);
    expect(await told(head.id)).toHaveLength(2);
  });

  it('goes with its card when it is undone, and comes again when it is sent again', async () => {
    const { client } = await openTestCore();
    const sent = { name: 'Ana', phones: ['625607313'], externalId: '1' };
    const lead = await client.lead.create(sent);
    const [act] = (await client.history.acts({})).rows;
    await client.history.undo({ id: act?.id ?? '' });
    expect((await client.lead.list({})).total + (await client.party.list({})).total).toBe(0);
    expect((await client.lead.create(sent)).id).toBe(lead.id);
  });
});
