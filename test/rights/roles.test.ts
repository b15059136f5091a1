import { describe, expect, it, onTestFinished } from 'vitest';
import { actorHeader, permissions, permissionsOf } from '#shared/people/permission.ts';
import { builtInRights, builtInRoles } from '#shared/people/role.ts';
import type { BuiltInRole } from '#shared/people/role.ts';
import { allProcedures } from '#test/api/walk-contract.ts';
import type { NamedProcedure } from '#test/api/walk-contract.ts';
import { pageClient, restClient, windowClient } from '#test/factories/clients.ts';
import type { Client } from '#test/factories/clients.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';
import { commandLineClient } from '#test/rights/command-line-client.ts';

/** Typed by some, for the sake of time. */
const typing: readonly BuiltInRole[] = ['seller', 'readOnly'];
/** What is told bit by bit never ends. */
const procedures = allProcedures().filter(({ name }) => name !== 'event.saved');

/** Somebody in a role, by every way in. */
async function openWays(role: BuiltInRole): Promise<Readonly<Record<string, Client>>> {
  const host = await startTestHost();
  const owner = pageClient(host);
  const { id } = role === 'owner' ? await owner.people.me() : await owner.people.create({ name: 'Eva', role });
  const { key } = await owner.settings.createApiKey({ name: 'Hers', userId: id });
  const who = { [actorHeader]: id };
  const window = windowClient(host.openPorts(), who);
  onTestFinished(window.close);
  return {
    page: pageClient(host, who),
    program: restClient(host, who),
    ownKey: restClient({ port: host.port, key }),
    window: window.client,
    ...(typing.includes(role) && { commandLine: commandLineClient(host.dataDirectory, id) }),
  };
}

/** Nothing that a procedure with an input takes, but enough to be sent. */
function wrongInput({ procedure }: NamedProcedure): unknown {
  const { path = '', method } = procedure['~orpc'].route;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, '!']);
  return { ...Object.fromEntries(inPath), ...(method !== 'GET' && { surely: ['not', 'an', 'input'] }) };
}

async function refusedBy(client: Client): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const one of procedures) {
    const call = one.path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], client);
    const code = await (call as (input: unknown) => Promise<unknown>)(wrongInput(one)).then(
      () => '',
      (error: { code?: string }) => error.code,
    );
    if (code === 'FORBIDDEN') refused.push(one.name);
  }
  return refused;
}

describe('somebody in the role of', () => {
  it.each(builtInRoles)(
    '%s is refused what the role may not, and nothing else, whichever way she asks',
    { timeout: 120_000 },
    async (role) => {
      const allowed = role === 'owner' ? new Set(permissions) : permissionsOf(builtInRights(role));
      const expected = procedures.filter(({ meta }) => !allowed.has(meta.permission!)).map(({ name }) => name);
      for (const [way, client] of Object.entries(await openWays(role))) expect(await refusedBy(client), way).toEqual(expected);
    },
  );
});
