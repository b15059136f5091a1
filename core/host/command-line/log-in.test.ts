import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '#core/host/command-line/commands.ts';
import { runCommandLine } from '#core/host/command-line/run-command-line.ts';
import { nobody } from '#core/session/nobody.ts';
import { operationsOf, permissions } from '#shared/people/permission.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const secret = 'limones y sal';

async function openShop() {
  const { core, client, directory } = await openTestCore({ ownerName: 'Ana' });
  const eva = await client.people.create({ name: 'Eva', role: 'seller' });
  await client.session.setSecret({ kind: 'password', secret });
  await client.session.setSecret({ userId: eva.id, kind: 'pin', secret: '7293' });
  await client.people.create({ name: 'Luis', role: 'readOnly' });
  const right = join(directory, 'password.txt');
  writeFileSync(right, `${secret}\n`);
  async function type(args: readonly string[], password?: string) {
    let out = '';
    const exitCode = await runCommandLine([...args, '--json', '--data', directory], {
      locale: 'en-GB',
      signal: new AbortController().signal,
      write: (text) => (out += text),
      complain: () => undefined,
      password,
    });
    const answer = JSON.parse(out) as { readonly error?: { readonly code: string; readonly permission?: string } };
    return { exitCode, error: answer.error };
  }
  return { core, type, right, directory };
}

/** As much of each command as it takes to be understood. */
const typed: Readonly<Record<string, readonly string[]>> = {
  import: ['list.csv'],
  lead: ['Ana'],
  leads: ['list.csv'],
  search: ['ana'],
  demo: ['--contacts', '1'],
  export: ['all.zip'],
  join: ['CODE'],
  restore: ['last'],
  erase: ['id', '--name', 'Ana Ruiz'],
  'person-data': ['id', 'person.zip'],
  bundle: ['export', 'x.cartera'],
  'branch-file': ['make', 'x.cartera', '--passphrase', 'long enough', '--branch', 'B'],
};

describe('the command line of a shop with passwords', () => {
  it('does what the password of a person allows, from a file, the environment or a question', async () => {
    const { type, right } = await openShop();
    expect((await type(['acts', '--user', 'Ana', '--password-file', right])).exitCode).toBe(0);
    expect((await type(['acts', '--user', 'ana'], secret)).exitCode).toBe(0);
    expect((await type(['acts', '--user', 'Eva'], '7293')).exitCode).toBe(0);
    expect((await type(['acts', '--user', 'Luis'])).exitCode).toBe(0);
    expect((await type(['acts', '--user', 'Ana', '--as', 'Eva'], secret)).exitCode).toBe(0);
  });

  it('does nothing for who doesn’t say who they are, or says it wrong', async () => {
    const { type, right } = await openShop();
    expect(await type(['acts'])).toMatchObject({ exitCode: 1, error: { code: 'userNeeded' } });
    expect(await type(['acts', '--as', 'Ana'], secret)).toMatchObject({ error: { code: 'userNeeded' } });
    expect(await type(['acts', '--user', 'Ana'])).toMatchObject({ error: { code: 'wrongPassword' } });
    expect(await type(['acts', '--user', 'Nobody'], secret)).toMatchObject({ error: { code: 'wrongPassword' } });
    expect(await type(['acts', '--user', 'Eva', '--as', 'Ana'], '7293')).toMatchObject({ error: { code: 'forbidden' } });
    const missing = await type(['acts', '--user', 'Ana', '--password-file', `${right}.not`]);
    expect(missing).toMatchObject({ error: { code: 'passwordFileUnreadable' } });
  });

  it('refuses every command to who lacks its permission, before it begins', async () => {
    const { type } = await openShop();
    const mayLuis = new Set<string>([...operationsOf('readOnly'), 'party.see', 'lead.see', 'deal.see', 'task.see']);
    for (const { name, permission } of commands) {
      expect(permissions, name).toContain(permission);
      expect(nobody.permissions.has(permission), name).toBe(false);
      if (mayLuis.has(permission)) continue;
      const { error } = await type([name, ...(typed[name] ?? []), '--user', 'Luis']);
      expect(error, name).toMatchObject({ code: 'forbidden', permission });
    }
  });
});
