import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keepCalendarFiles } from '#core/calendar/keep-files.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

it('writes into the file of somebody’s calendar only what she sees, and anew when she sees less', async () => {
  const { client, clientOf, core } = await openTestCore();
  const eva = await client.people.create({ name: 'Eva', role: 'seller' });
  const found = core.actorOf(eva.id);
  if (found.type !== 'actor') throw new Error('Eva isn’t there');
  const { file } = await clientOf(found.actor).task.subscription();
  const { id: partyId } = await client.contact.create({ givenName: 'Rosa', phones: [{ raw: '612345678' }] });
  await client.task.create({ type: 'call', title: 'Ring', partyId, assigneeId: eva.id, dueAt: core.store.now() });
  await keepCalendarFiles(core);
  expect(readFileSync(file, 'utf8')).toContain('612345678');
  const { rights } = (await client.people.roles()).find(({ id }) => id === 'seller')!;
  await client.people.updateRole({ id: 'seller', rights: { ...rights, fields: { phones: 'hide' } } });
  await keepCalendarFiles(core);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('Rosa');
  expect(text).not.toContain('612345678');
});
