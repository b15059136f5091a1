import { expect, it } from 'vitest';
import { noteAudit } from '#core/audit/note-audit.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

it('tells people with limits who came and tried under their name, and nothing else that is in the audit', async () => {
  const { client, core, clientOf } = await openTestCore();
  const eva = await client.people.create({ name: 'Eva', role: 'newcomer' });
  const found = core.actorOf(eva.id);
  if (found.type !== 'actor') throw new Error('Eva works here');
  const note = (actor: { readonly userId: string; readonly name: string }, kind: 'login' | 'loginFailed' | 'export') =>
    core.store.keep((tx) => noteAudit(tx, { at: 1, actor, kind, subject: actor.name }));
  await note(found.actor, 'loginFailed');
  await note(found.actor, 'login');
  await note(found.actor, 'export');
  await note(core.owner(), 'login');
  const kinds = (await clientOf(found.actor).session.log()).map(({ kind, userName }) => `${kind} ${userName}`);
  expect(kinds).toEqual(['login Eva', 'loginFailed Eva']);
});
