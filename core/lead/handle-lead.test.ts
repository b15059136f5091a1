import { describe, expect, it } from 'vitest';
import type { TestCore } from '#test/factories/open-test-core.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const ana = {
  name: 'Ana Ruiz',
  phones: ['625607313'],
  emails: ['ana@x.es'],
  source: 'site',
  title: 'Two windows',
  text: 'White ones',
};

async function undo({ client }: TestCore, actId: string) {
  expect(await client.history.undo({ id: actId })).toMatchObject({ kept: [] });
}

async function openWithLead() {
  const test = await openTestCore({ trade: 'windows' });
  const seller = await test.client.people.create({ name: 'Pedro', role: 'seller' });
  const lead = await test.client.lead.create({ ...ana, ownerId: seller.id });
  const task = await test.client.task.create({ title: 'Call', leadId: lead.id, dueAt: 1_800_000_000_000 });
  return { ...test, test, lead, seller, task };
}

describe('an accepted request', () => {
  it('is a deal of its owner, with its tasks, and its card a client', async () => {
    const { client, lead, seller, task } = await openWithLead();
    expect((await client.lead.get({ id: lead.id })).nextTaskAt).toBe(1_800_000_000_000);
    const { dealId, lead: accepted } = await client.lead.accept({ id: lead.id });
    expect(accepted).toMatchObject({ status: 'accepted', dealId });
    expect(await client.deal.get({ id: dealId })).toMatchObject({
      title: 'Two windows',
      notes: 'White ones',
      source: 'site',
      ownerId: seller.id,
      partyId: lead.partyId,
      leadId: lead.id,
      nextTaskAt: 1_800_000_000_000,
    });
    expect(await client.task.get({ id: task.id })).toMatchObject({ dealId, partyId: lead.partyId, status: 'open' });
    expect(await client.contact.get({ id: lead.partyId ?? '' })).toMatchObject({
      kind: 'client',
      source: 'site',
      ownerId: seller.id,
    });
  });

  it('belongs to whoever accepts it when it was nobody’s, and takes the fields given', async () => {
    const { client, core } = await openTestCore();
    const lead = await client.lead.create(ana);
    const { dealId } = await client.lead.accept({ id: lead.id, deal: { title: 'Balcony', estimate: 120_000 } });
    expect(await client.deal.get({ id: dealId })).toMatchObject({
      title: 'Balcony',
      amount: 120_000,
      ownerId: core.owner().userId,
    });
  });

  it('is new again when that is undone', async () => {
    const { test, client, lead, task } = await openWithLead();
    const { actId, dealId } = await client.lead.accept({ id: lead.id });
    await undo(test, actId);
    expect(await client.lead.get({ id: lead.id })).toMatchObject({ status: 'new', dealId: null, handledAt: null });
    await expect(client.deal.get({ id: dealId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await client.task.get({ id: task.id })).toMatchObject({ dealId: null, leadId: lead.id });
    expect((await client.contact.get({ id: lead.partyId ?? '' })).kind).toBe('lead');
  });

  it('is not accepted where its stage asks for more, nor a second time', async () => {
    const { client, lead } = await openWithLead();
    const pipeline = await client.pipeline.addReady({ trade: 'windows' });
    const later = pipeline.stages.at(-1);
    const stages = pipeline.stages.map(({ position: _position, pipelineId: _pipelineId, ...stage }) =>
      stage.id === later?.id ? { ...stage, requiredFields: ['visitAt' as const] } : stage,
    );
    await client.pipeline.update({ id: pipeline.id, stages });
    const asked = client.lead.accept({ id: lead.id, deal: { stageId: later?.id ?? '' } });
    await expect(asked).rejects.toMatchObject({ code: 'FIELDS_MISSING', data: { fields: expect.arrayContaining(['visitAt']) } });
    expect((await client.lead.get({ id: lead.id })).status).toBe('new');
    await client.lead.accept({ id: lead.id });
    await expect(client.lead.accept({ id: lead.id })).rejects.toMatchObject({
      code: 'LEAD_HANDLED',
      data: { status: 'accepted' },
    });
    await expect(client.lead.reject({ id: lead.id, reason: 'no' })).rejects.toMatchObject({ code: 'LEAD_HANDLED' });
  });

  it('leaves nothing behind where it is not accepted, nor a card for one that was deleted', async () => {
    const { core, client, lead } = await openWithLead();
    await client.contact.delete({ id: lead.partyId ?? '' });
    const written = () => core.store.db.readColumn<[], number>('SELECT count(*) + (SELECT count(*) FROM act) FROM history').get();
    const before = written();
    await expect(client.lead.accept({ id: lead.id, deal: { stageId: 'none' } })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'stageId', code: 'unknownStage' },
    });
    expect(written()).toBe(before);
    expect((await client.party.list({})).total).toBe(0);
  });

  it('finds its client anew whose card was deleted', async () => {
    const { client } = await openTestCore();
    const lead = await client.lead.create(ana);
    await client.contact.delete({ id: lead.partyId ?? '' });
    await client.party.purgeMany({ ids: [lead.partyId ?? ''] });
    expect(await client.lead.get({ id: lead.id })).toMatchObject({ partyId: null, name: 'Ana Ruiz' });
    const accepted = await client.lead.accept({ id: lead.id });
    expect(accepted.lead).toMatchObject({ partyTitle: 'Ana Ruiz', status: 'accepted' });
  });
});

describe('a merged request', () => {
  it('is written on the other card, which gets what it lacks; its own card goes', async () => {
    const { test, client, lead, task } = await openWithLead();
    const other = await client.contact.create({ givenName: 'Ana', phones: [{ raw: '911111111' }] });
    const deal = await client.deal.create({ partyId: other.id });
    const { actId, lead: merged } = await client.lead.merge({ id: lead.id, partyId: other.id, dealId: deal.id });
    expect(merged).toMatchObject({ status: 'accepted', partyId: other.id, dealId: deal.id, hasNewParty: false });
    const card = await client.contact.get({ id: other.id });
    expect(card.phones.map(({ e164 }) => e164)).toEqual(['+34911111111', '+34625607313']);
    expect(card.emails.map(({ address }) => address)).toEqual(['ana@x.es']);
    const { rows } = await client.activity.ofParty({ id: other.id });
    expect(rows).toMatchObject([
      { type: 'note', dealId: deal.id, text: 'Ana Ruiz · 625607313 · ana@x.es · site\nTwo windows\nWhite ones' },
    ]);
    expect((await client.contact.get({ id: lead.partyId ?? '' })).deletedAt).not.toBeNull();
    expect(await client.task.get({ id: task.id })).toMatchObject({ partyId: other.id, dealId: deal.id });

    await undo(test, actId);
    expect(await client.lead.get({ id: lead.id })).toMatchObject({ status: 'new', partyId: lead.partyId, hasNewParty: true });
    expect((await client.contact.get({ id: lead.partyId ?? '' })).deletedAt).toBeNull();
    expect((await client.contact.get({ id: other.id })).phones).toHaveLength(1);
    expect((await client.activity.ofParty({ id: other.id })).total).toBe(0);
  });

  it('leaves its card where something else hangs on it', async () => {
    const { client, lead } = await openWithLead();
    await client.activity.create({ partyId: lead.partyId ?? '', type: 'note', text: 'Called' });
    const other = await client.contact.create({ givenName: 'Ana' });
    await client.lead.merge({ id: lead.id, partyId: other.id });
    expect((await client.contact.get({ id: lead.partyId ?? '' })).deletedAt).toBeNull();
  });

  it('takes the company along that was added with it', async () => {
    const { client } = await openTestCore();
    const lead = await client.lead.create({ ...ana, companyName: 'Norte' });
    const other = await client.contact.create({ givenName: 'Ana' });
    await client.lead.merge({ id: lead.id, partyId: other.id });
    expect((await client.party.list({})).rows.map(({ id }) => id)).toEqual([other.id]);
  });

  it('is refused for a client or a deal that isn’t there, or is another’s', async () => {
    const { client, lead } = await openWithLead();
    const [one, other] = [await client.contact.create({ givenName: 'One' }), await client.contact.create({ givenName: 'Other' })];
    const deal = await client.deal.create({ partyId: other.id });
    const merging = (input: { partyId: string; dealId?: string }) => client.lead.merge({ id: lead.id, ...input });
    await expect(merging({ partyId: 'nobody' })).rejects.toMatchObject({ code: 'REFUSED', data: { field: 'partyId' } });
    await expect(merging({ partyId: one.id, dealId: deal.id })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'dealId' },
    });
  });
});

describe('a rejected request', () => {
  it('has a reason and no open tasks, and its card stays unless it is asked to go', async () => {
    const { test, client, lead, task } = await openWithLead();
    const { actId, lead: rejected } = await client.lead.reject({ id: lead.id, reason: 'Too far' });
    expect(rejected).toMatchObject({ status: 'rejected', rejectReason: 'Too far', nextTaskAt: null });
    expect(await client.task.get({ id: task.id })).toMatchObject({ status: 'cancelled', result: 'Too far' });
    expect((await client.contact.get({ id: lead.partyId ?? '' })).deletedAt).toBeNull();
    await undo(test, actId);
    expect((await client.lead.get({ id: lead.id })).status).toBe('new');
    expect((await client.task.get({ id: task.id })).status).toBe('open');
    await client.lead.reject({ id: lead.id, reason: 'Spam', removeCard: true });
    expect((await client.contact.get({ id: lead.partyId ?? '' })).deletedAt).not.toBeNull();
  });

  it('never takes along the card of somebody known before', async () => {
    const { client } = await openTestCore();
    const known = await client.contact.create({ givenName: 'Ana', phones: [{ raw: '625607313' }] });
    const lead = await client.lead.create(ana);
    await client.lead.reject({ id: lead.id, reason: 'Spam', removeCard: true });
    expect((await client.contact.get({ id: known.id })).deletedAt).toBeNull();
  });
});
