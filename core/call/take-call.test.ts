import { describe, expect, it } from 'vitest';
import { openTestCore } from '#test/factories/open-test-core.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';

async function noticesOf({ client }: TestCore) {
  return (await client.notice.list({})).rows.filter(({ kind }) => kind === 'callCame');
}

describe('an incoming call', () => {
  it('of a known client is written on the card, about the newest open deal, and pops up', async () => {
    const test = await openTestCore();
    const { client } = test;
    const maria = await client.contact.create({ givenName: 'María', phones: [{ raw: '625 607 313' }] });
    await client.deal.create({ partyId: maria.id, title: 'Old' });
    const deal = await client.deal.create({ partyId: maria.id, title: 'New' });
    const lost = await client.deal.create({ partyId: maria.id, title: 'Lost' });
    await client.deal.lose({ id: lost.id, reasonId: null });
    const taken = await client.call.create({ phone: '+34 625-607-313' });
    expect(taken).toMatchObject({ partyId: maria.id, leadId: null });
    const { rows } = await client.activity.ofParty({ id: maria.id, type: 'call' });
    expect(rows).toMatchObject([{ id: taken.activityId, direction: 'in', phone: '+34 625-607-313', dealId: deal.id }]);
    expect(await noticesOf(test)).toMatchObject([
      { recordType: 'party', recordId: maria.id, params: { client: 'María', phone: '+34 625-607-313' } },
    ]);
  });

  it('told again under its id is the same call, of which more is known', async () => {
    const test = await openTestCore();
    const { client } = test;
    const maria = await client.contact.create({ givenName: 'María', phones: [{ raw: '625607313' }] });
    const first = await client.call.create({ phone: '625607313', externalId: 'pbx-1', text: 'Rings' });
    const second = await client.call.create({ phone: '625607313', externalId: 'pbx-1', outcome: 'reached', duration: 125 });
    expect(second).toEqual(first);
    const { rows } = await client.activity.ofParty({ id: maria.id });
    expect(rows).toMatchObject([{ outcome: 'reached', duration: 125, text: 'Rings' }]);
    expect(await noticesOf(test)).toHaveLength(1);
  });

  it('of somebody unknown makes a request, once, with the call on its card', async () => {
    const test = await openTestCore();
    const { client } = test;
    const taken = await client.call.create({ phone: '611 222 333', externalId: 'pbx-2' });
    expect(await client.lead.get({ id: taken.leadId ?? '' })).toMatchObject({
      channel: 'call',
      phones: ['611 222 333'],
      partyId: taken.partyId,
      hasNewParty: true,
    });
    expect(await client.call.create({ phone: '611222333', externalId: 'pbx-2', outcome: 'reached', duration: 30 })).toEqual(
      taken,
    );
    expect((await client.lead.list({})).total).toBe(1);
    expect((await client.activity.ofParty({ id: taken.partyId ?? '' })).rows).toMatchObject([{ duration: 30, direction: 'in' }]);
    expect(await noticesOf(test)).toMatchObject([{ recordType: 'lead', recordId: taken.leadId }]);
    expect(await client.call.create({ phone: '611222333' })).toMatchObject({ partyId: taken.partyId, leadId: null });
  });

  it('goes along when its request is merged, and is undone with its request', async () => {
    const { client } = await openTestCore();
    const maria = await client.contact.create({ givenName: 'María' });
    const taken = await client.call.create({ phone: '611222333' });
    await client.lead.merge({ id: taken.leadId ?? '', partyId: maria.id });
    expect((await client.activity.ofParty({ id: maria.id })).rows.map(({ type }) => type).toSorted()).toEqual(['call', 'note']);
    expect((await client.contact.get({ id: taken.partyId ?? '' })).deletedAt).not.toBeNull();
    const other = await client.call.create({ phone: '611222444' });
    const [act] = (await client.history.acts({})).rows;
    expect(act?.kind).toBe('call');
    await client.history.undo({ id: act?.id ?? '' });
    await expect(client.lead.get({ id: other.leadId ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('rings for one person when it says for whom, and is that person’s', async () => {
    const test = await openTestCore();
    const { client, core, clientOf } = test;
    const pedro = await client.people.create({ name: 'Pedro', role: 'seller' });
    const gone = await client.people.create({ name: 'Gone', role: 'seller' });
    await client.people.archive({ id: gone.id });
    const maria = await client.contact.create({ givenName: 'María', phones: [{ raw: '625607313' }] });
    await client.call.create({ phone: '625607313', userId: pedro.id });
    expect(await noticesOf(test)).toEqual([]);
    const found = core.actorOf(pedro.id);
    const asPedro = found.type === 'actor' ? clientOf(found.actor) : client;
    expect((await asPedro.notice.list({})).rows).toMatchObject([{ kind: 'callCame', recordId: maria.id }]);
    expect((await client.activity.ofParty({ id: maria.id })).rows).toMatchObject([{ authorId: pedro.id }]);
    await client.call.create({ phone: '625607313', userId: gone.id });
    expect(await noticesOf(test)).toHaveLength(1);
  });

  it('of a withheld number leaves nothing but a notice', async () => {
    const test = await openTestCore();
    expect(await test.client.call.create({ phone: 'anonymous' })).toEqual({ partyId: null, activityId: null, leadId: null });
    expect((await test.client.lead.list({})).total).toBe(0);
    expect(await noticesOf(test)).toMatchObject([{ recordId: null, params: { phone: 'anonymous' } }]);
  });
});

describe('an outgoing call', () => {
  it('is only written down, where it is known who was called', async () => {
    const test = await openTestCore();
    const { client } = test;
    const maria = await client.contact.create({ givenName: 'María', phones: [{ raw: '625607313' }] });
    await client.call.create({ phone: '625607313', direction: 'out', duration: 60 });
    expect((await client.activity.ofParty({ id: maria.id })).rows).toMatchObject([{ direction: 'out', duration: 60 }]);
    expect(await client.call.create({ phone: '699999999', direction: 'out' })).toMatchObject({ leadId: null });
    expect(await noticesOf(test)).toEqual([]);
  });

  it('may not be told of by who only looks', async () => {
    const { client, core, clientOf } = await openTestCore();
    const watcher = await client.people.create({ name: 'Watcher', role: 'readOnly' });
    const found = core.actorOf(watcher.id);
    if (found.type !== 'actor') throw new Error(found.type);
    await expect(clientOf(found.actor).call.create({ phone: '625607313' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(clientOf(found.actor).lead.create({ name: 'Ana' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await clientOf(found.actor).lead.list({})).total).toBe(0);
  });
});

describe('scripts for calls', () => {
  it('are added, changed and taken away', async () => {
    const { client } = await openTestCore();
    const script = await client.call.createScript({ name: 'First call', steps: [{ text: 'Say hello' }] });
    expect(script).toMatchObject({ purpose: '', answers: [], position: 0 });
    await client.call.updateScript({ id: script.id, answers: [{ question: 'Too dear', answer: 'It lasts' }] });
    expect(await client.call.scripts()).toMatchObject([{ name: 'First call', answers: [{ question: 'Too dear' }] }]);
    const { actId } = await client.call.deleteScript({ id: script.id });
    expect(await client.call.scripts()).toEqual([]);
    await expect(client.call.updateScript({ id: script.id, name: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.history.undo({ id: actId });
    expect(await client.call.scripts()).toHaveLength(1);
  });
});
