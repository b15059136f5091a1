import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runCommandLine } from '#core/host/command-line/run-command-line.ts';
import { makeTestDirectory, openTestCore } from '#test/factories/open-test-core.ts';

it('shows on the command line what whoever asks may see, and nothing else', async () => {
  const { client, core, directory } = await openTestCore({ language: 'en' });
  const { id } = await client.contact.create({ givenName: 'Berta', phones: [{ raw: '625607313' }] });
  await client.party.changeMany({ ids: [id], change: { type: 'setKey', isKey: true } });
  await client.contact.create({ givenName: 'Carla' });
  const seller = (await client.people.roles({})).find((one) => one.id === 'seller');
  if (!seller) throw new Error('every shop has sellers');
  const operations = [...seller.rights.operations, 'archive.restore', 'privacy.manage', 'history.see', 'history.undo'];
  const rights = { ...seller.rights, keyClients: false, operations };
  const role = await client.people.createRole({ name: 'Almost all', rights });
  await client.people.create({ name: 'Pedro', role: role.id });
  await core.close();
  const run = async (...args: readonly string[]) => {
    let text = '';
    const write = (said: string) => void (text += said);
    const { signal } = new AbortController();
    await runCommandLine([...args, '--data', directory], { write, complain: write, locale: 'en', signal });
    return text;
  };
  const file = `${makeTestDirectory()}/all.zip`;
  expect(await run('search', 'Carla', '--as', 'Pedro')).toContain('Carla');
  expect(await run('acts', '--as', 'Pedro')).toContain('Carla');
  expect(await run('search', '625607313')).toContain('Berta');
  for (const args of [
    ['search', '625607313'],
    ['acts'],
    ['api', 'listParties', '{}'],
    ['export', file],
    ['person-data', id, file],
    ['erase', id, '--name', 'Berta'],
  ])
    expect(await run(...args, '--as', 'Pedro'), args.join(' ')).not.toContain('Berta');
  expect(existsSync(file)).toBe(false);
  expect(await run('search', '625607313')).toContain('Berta');
});
