import { describe, expect, it } from 'vitest';
import { openTestCore } from '#test/factories/open-test-core.ts';

type Client = Awaited<ReturnType<typeof openTestCore>>['client'];

async function lastActId(client: Client): Promise<string> {
  const { rows } = await client.history.acts({ limit: 1 });
  return rows[0]?.id ?? '';
}

describe('undo', () => {
  it('takes a new contact away, and undoing that brings it back with the same id', async () => {
    const { client } = await openTestCore();
    const contact = await client.contact.create({ givenName: 'Ana', phones: [{ raw: '625607313' }], tags: ['vip'] });
    const undone = await client.history.undo({ id: await lastActId(client) });
    await expect(client.contact.get({ id: contact.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.history.undo({ id: undone.actId });
    expect(await client.contact.get({ id: contact.id })).toEqual(contact);
    expect((await client.search.find({ text: '7313' })).results.map(({ id }) => id)).toEqual([contact.id]);
  });

  it('gives changed fields their old values back, and the time of the last change too', async () => {
    const { client } = await openTestCore();
    const before = await client.contact.create({ givenName: 'Ana', notes: 'antes' });
    await client.contact.update({ id: before.id, notes: 'después', emails: [{ address: 'ana@mail.example' }] });
    await client.history.undo({ id: await lastActId(client) });
    expect(await client.contact.get({ id: before.id })).toEqual(before);
    expect((await client.search.find({ text: 'ana@mail.example' })).results).toEqual([]);
  });

  it('brings deleted contacts back to lists and search', async () => {
    const { client } = await openTestCore();
    const { id } = await client.contact.create({ givenName: 'Ana' });
    const { actId } = await client.contact.delete({ id });
    expect((await client.search.find({ text: 'ana' })).results).toEqual([]);
    await client.history.undo({ id: actId });
    expect((await client.search.find({ text: 'ana' })).results).toHaveLength(1);
    expect((await client.party.list({})).total).toBe(1);
  });

  it('names what was edited since, touches nothing, and leaves it alone when told to', async () => {
    const { client } = await openTestCore();
    const { actId } = await client.demo.create({ contacts: 20 });
    const [first] = (await client.party.list({ filter: { type: 'contact' } })).rows;
    await client.contact.update({ id: first?.id ?? '', notes: 'editado' });
    await expect(client.history.undo({ id: actId })).rejects.toMatchObject({
      code: 'EDITED_SINCE',
      data: { count: 1, records: [{ id: first?.id, title: first?.title }] },
    });
    expect((await client.party.list({ filter: { type: 'contact' } })).total).toBe(20);
    const { kept } = await client.history.undo({ id: actId, keepEdited: true });
    expect(kept.map(({ id }) => id)).toEqual([first?.id]);
    const left = await client.party.list({ filter: { type: 'contact' } });
    expect(left.rows.map(({ id }) => id)).toEqual([first?.id]);
  });

  it('counts a note written on a card as an edit', async () => {
    const { client } = await openTestCore();
    const { id } = await client.contact.create({ givenName: 'Ana' });
    const actId = await lastActId(client);
    await client.activity.create({ partyId: id, type: 'note', text: 'llamó' });
    await expect(client.history.undo({ id: actId })).rejects.toMatchObject({ code: 'EDITED_SINCE' });
  });

  it('lets an act be undone after the edit that stood in its way was undone', async () => {
    const { client } = await openTestCore();
    const { id } = await client.contact.create({ givenName: 'Ana' });
    const creation = await lastActId(client);
    await client.contact.update({ id, notes: 'x' });
    await client.history.undo({ id: await lastActId(client) });
    await client.history.undo({ id: creation });
    expect((await client.party.list({})).total).toBe(0);
  });

  it('refuses to undo an act twice, or one that never was', async () => {
    const { client } = await openTestCore();
    await client.contact.create({ givenName: 'Ana' });
    const id = await lastActId(client);
    await client.history.undo({ id });
    await expect(client.history.undo({ id })).rejects.toMatchObject({ code: 'ALREADY_UNDONE' });
    await expect(client.history.undo({ id: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is offered for nothing that it would not take back', async () => {
    const { client } = await openTestCore({ ownerName: 'Ana' });
    await client.settings.createApiKey({ name: 'Web' });
    const { rows } = await client.history.acts({});
    expect(rows.map(({ subject, canUndo }) => [subject, canUndo])).toEqual([
      ['Web', false],
      ['', true],
    ]);
  });

  it('does not bring a revoked key back', async () => {
    const { client } = await openTestCore();
    const { id } = await client.settings.createApiKey({ name: 'Web' });
    await client.settings.deleteApiKey({ id });
    await client.history.undo({ id: await lastActId(client) });
    expect(await client.settings.listApiKeys()).toEqual([]);
  });

  it('brings back somebody removed for good, with notes, links and files', async () => {
    const { client } = await openTestCore();
    const contact = await client.contact.create({ givenName: 'Ana' });
    const company = await client.company.create({ name: 'Vidrios del Norte' });
    await client.link.create({ contactId: contact.id, companyId: company.id, role: 'Compras' });
    await client.activity.create({ partyId: contact.id, type: 'note', text: 'llamó' });
    const file = await client.file.attach({ id: contact.id, file: new File(['plano'], 'plano.txt') });
    await client.contact.delete({ id: contact.id });
    const { actId } = await client.party.purgeMany({ ids: [contact.id] });
    await expect(client.party.get({ id: contact.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.history.undo({ id: actId });
    expect(await client.link.ofParty({ id: contact.id })).toMatchObject([{ companyId: company.id, role: 'Compras' }]);
    expect((await client.activity.ofParty({ id: contact.id })).rows).toMatchObject([{ text: 'llamó' }]);
    expect(await (await client.file.download({ id: file.id })).text()).toBe('plano');
  });
});
