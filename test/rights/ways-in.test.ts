import { describe, expect, it } from 'vitest';
import { actorHeader } from '#shared/people/permission.ts';
import { pageClient } from '#test/factories/clients.ts';
import type { Client } from '#test/factories/clients.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';

/** A host whose shop has a client that Eva sees, and one that she doesn't. */
async function openShop() {
  const host = await startTestHost();
  const as = (headers: Readonly<Record<string, string>>): Client => pageClient(host, headers);
  const owner = as({});
  const { objects, ...seller } = (await owner.people.roles()).find(({ id }) => id === 'seller')!.rights;
  const rights = { ...seller, objects: { ...objects, client: { ...objects.client, see: 'own' as const } } };
  const role = await owner.people.createRole({ name: 'Own', rights });
  const eva = await owner.people.create({ name: 'Eva', role: role.id });
  const hers = await owner.contact.create({ givenName: 'Luisa', ownerId: eva.id });
  const hidden = await owner.contact.create({ givenName: 'Secretina', phones: [{ raw: '612345678' }] });
  await owner.task.create({ type: 'call', title: 'Hidden call', partyId: hidden.id, assigneeId: eva.id, dueAt: Date.now() });
  await owner.task.create({ type: 'call', title: 'Call', partyId: hers.id, dueAt: Date.now() });
  return { host, as, owner, eva, hers, hidden };
}

/** Everything that is asked of a way in: paths of the REST API. */
const asked = ['/api/v1/search?text=Secretina', '/api/v1/acts', '/api/v1/people/me', '/api/v1/notices', '/api/v1/parties/words'];

describe('somebody with limits', () => {
  it('is told the same by the page and by REST as in the program', async () => {
    const { host, as, eva, hers, hidden, owner } = await openShop();
    // Who has a task to do for a client sees the client, so that it is taken away.
    for (const { id, title } of (await owner.task.list({})).rows) if (title === 'Hidden call') await owner.task.delete({ id });
    const page = as({ [actorHeader]: eva.id });
    expect((await page.party.list({})).rows.map(({ id }) => id)).toEqual([hers.id]);
    await expect(page.contact.get({ id: hidden.id })).rejects.toMatchObject({ code: 'NOT_FOUND', data: { id: hidden.id } });
    const headers = { [actorHeader]: eva.id, authorization: `Bearer ${host.key}` };
    const bodies = await Promise.all([...asked, `/api/v1/contacts/${hidden.id}`].map((path) => host.call({ path, headers })));
    expect(bodies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404]);
    expect(bodies.map(({ text }) => text).join('\n')).not.toMatch(/secretina|612345678/i);
    const never = '00000000-0000-7000-8000-000000000000';
    const [one, other] = await Promise.all(
      [hidden.id, never].map((id) => host.call({ path: `/api/v1/contacts/${id}`, headers })),
    );
    expect(one?.text.replaceAll(hidden.id, 'ID')).toBe(other?.text.replaceAll(never, 'ID'));
  });

  it('is told the same with a key of hers, and by the calendar others follow', async () => {
    const { host, as, eva, hidden, owner } = await openShop();
    await owner.party.deleteMany({ ids: [hidden.id] });
    const page = as({ [actorHeader]: eva.id });
    const { key } = await owner.settings.createApiKey({ name: 'Hers', userId: eva.id });
    const answer = await host.call({ path: '/api/v1/search?text=Secretina', headers: { authorization: `Bearer ${key}` } });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.text).not.toMatch(/secretina/i);
    const { address } = await page.task.subscription();
    const calendar = await host.call({ path: new URL(address ?? '').pathname });
    expect(calendar.text).toContain('BEGIN:VCALENDAR');
    expect(calendar.text).not.toMatch(/612345678/);
  });
});
