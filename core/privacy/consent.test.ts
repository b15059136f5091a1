import { expect, it } from 'vitest';
import { openTestCore } from '#test/factories/open-test-core.ts';

it('keeps what a client said, and finds clients by what they said last', async () => {
  const { client } = await openTestCore();
  const ana = await client.contact.create({ givenName: 'Ana' });
  const luis = await client.contact.create({ givenName: 'Luis' });
  const say = (id: string, given: boolean, saidOn: string) =>
    client.privacy.addConsent({ id, purpose: 'mail', given, saidOn, source: 'Feria' });
  await say(ana.id, true, '2026-01-01');
  await say(luis.id, true, '2026-01-01');
  const last = await say(ana.id, false, '2026-05-01');
  const find = async (field: 'allows' | 'forbids') => {
    const where = { all: [{ field, is: 'hasAnyOf' as const, value: ['mail'] }] };
    const { rows } = await client.party.list({ where });
    return rows.map(({ id }) => id);
  };
  expect(await find('allows')).toEqual([luis.id]);
  expect(await find('forbids')).toEqual([ana.id]);
  expect(await client.privacy.consents({ id: ana.id })).toMatchObject([
    { given: false, source: 'Feria' },
    { given: true, saidOn: '2026-01-01' },
  ]);
  const { actId } = await client.privacy.removeConsent({ id: last.id });
  expect(await find('allows')).toHaveLength(2);
  await client.history.undo({ id: actId });
  expect(await find('forbids')).toEqual([ana.id]);
});

it('takes nothing said on a day that hasn’t come, which nobody could take back', async () => {
  const { client } = await openTestCore();
  const { id } = await client.contact.create({ givenName: 'Ana' });
  const said = { id, purpose: 'mail', given: true, saidOn: '2126-01-01', source: '' };
  await expect(client.privacy.addConsent(said)).rejects.toMatchObject({ code: 'REFUSED', data: { field: 'saidOn' } });
  expect(await client.privacy.consents({ id })).toEqual([]);
});

it('takes only purposes that the shop has, which may be its own', async () => {
  const { client } = await openTestCore();
  const { id } = await client.contact.create({ givenName: 'Ana' });
  const said = { id, purpose: 'photos', given: true, saidOn: '2026-01-01', source: '' };
  await expect(client.privacy.addConsent(said)).rejects.toMatchObject({ code: 'REFUSED' });
  const purposes = await client.privacy.purposes();
  await client.privacy.setPurposes({ purposes: [...purposes, { id: 'photos', name: 'Photos' }] });
  expect(await client.privacy.addConsent(said)).toMatchObject({ given: true });
  await expect(client.privacy.addConsent({ ...said, id: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
