import { call } from '@orpc/server';
import type { AnyProcedure } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { router } from '#core/router.ts';
import { permissions, permissionsOf } from '#shared/people/permission.ts';
import type { Actor, Permission } from '#shared/people/permission.ts';
import { builtInRights, builtInRoles } from '#shared/people/role.ts';
import type { BuiltInRole } from '#shared/people/role.ts';
import { allProcedures } from '#test/api/walk-contract.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const procedures = allProcedures();

describe('every procedure', () => {
  it('is found by the walk through the contract', () => {
    expect(procedures.length).toBeGreaterThan(50);
  });

  it('declares the permission it needs', () => {
    expect(
      procedures.filter(({ meta }) => !meta.permission || !permissions.includes(meta.permission)).map(({ name }) => name),
    ).toEqual([]);
  });

  it('has a handler', () => {
    expect(procedures.filter(({ path }) => handlerOf(path) === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('refuses whoever has every permission but that one, before it looks at the input', async () => {
    const { core } = await openTestCore();
    const outcomes: Record<string, unknown> = {};
    for (const { name, path, meta } of procedures) {
      const actor = actorWithout(meta.permission);
      const handler = handlerOf(path);
      if (!handler) continue;
      const answer = await call(handler, { surely: ['not', 'an', 'input'] }, { context: { core, actor, apiAddress: null } }).then(
        () => 'answered',
        (error: { code?: string; data?: unknown }) => ({ code: error.code, data: error.data }),
      );
      outcomes[name] = answer;
    }
    const refused = procedures.map(({ name, meta }) => [name, { code: 'FORBIDDEN', data: { permission: meta.permission } }]);
    expect(outcomes).toEqual(Object.fromEntries(refused));
  });

  it('refuses nobody for lack of permissions when it is the owner', async () => {
    const { core } = await openTestCore();
    for (const { path, name } of procedures) {
      const handler = handlerOf(path);
      if (!handler || name === 'event.saved') continue;
      const code = await call(handler, undefined, { context: { core, actor: core.owner(), apiAddress: null } }).then(
        () => '',
        (error: { code?: string }) => error.code,
      );
      expect(code, name).not.toBe('FORBIDDEN');
    }
  });
});

function permissionsOfRole(role: BuiltInRole) {
  return role === 'owner' ? new Set(permissions) : permissionsOf(builtInRights(role));
}

describe('a role', () => {
  it.each(builtInRoles)('%s is refused what it may not do, and nothing else', async (role) => {
    const { core } = await openTestCore();
    const actor = personActor({ id: core.owner().userId, name: 'Eva', role });
    const [refused, expected]: [string[], string[]] = [[], []];
    for (const { name, path, meta } of procedures) {
      const handler = handlerOf(path);
      if (!handler || name === 'event.saved' || !meta.permission) continue;
      if (!permissionsOfRole(role).has(meta.permission)) expected.push(name);
      const code = await call(handler, { surely: ['not', 'an', 'input'] }, { context: { core, actor, apiAddress: null } }).then(
        () => '',
        (error: { code?: string }) => error.code,
      );
      if (code === 'FORBIDDEN') refused.push(name);
    }
    expect(refused).toEqual(expected);
  });

  it('of somebody who only looks changes nothing, and the owner’s does everything', () => {
    expect([...permissionsOfRole('readOnly')].filter((permission) => !/\.(see|begin|own)$/.test(permission))).toEqual([]);
    expect([...permissionsOfRole('owner')]).toEqual(permissions);
  });

  it('allows the head all but people, keys and what holds everything, and each of the others less', () => {
    const lacking = (role: BuiltInRole) => permissions.filter((permission) => !permissionsOfRole(role).has(permission));
    expect(lacking('head')).toEqual([
      'apiKey.manage',
      'people.manage',
      'role.manage',
      'encryption.manage',
      'branch.manage',
      'sync.manage',
      'audit.see',
      'backup.restore',
    ]);
    expect(lacking('seller')).toEqual(expect.arrayContaining(['settings.edit', 'party.import', 'party.export', 'party.delete']));
    for (const permission of lacking('seller')) expect(lacking('newcomer'), permission).toContain(permission);
    expect(lacking('newcomer')).toContain('history.undo');
    expect(lacking('specialist')).toEqual(expect.arrayContaining([...lacking('seller'), 'party.edit', 'payment.create']));
    for (const permission of ['activity.edit', 'task.edit', 'deal.edit', 'file.attach'] as const)
      expect(permissionsOfRole('specialist').has(permission), permission).toBe(true);
    expect(lacking('bookkeeper')).toEqual(
      expect.arrayContaining(['party.create', 'party.edit', 'deal.edit', 'lead.edit', 'task.seeAll']),
    );
    for (const permission of ['payment.create', 'document.create', 'report.see'] as const)
      expect(permissionsOfRole('bookkeeper').has(permission), permission).toBe(true);
  });
});

function handlerOf(path: readonly string[]): AnyProcedure | undefined {
  let node: unknown = router;
  for (const key of path) node = (node as Record<string, unknown> | undefined)?.[key];
  return node as AnyProcedure | undefined;
}

function actorWithout(permission: Permission | undefined): Actor {
  return { userId: 'u', name: 'Eva', permissions: new Set(permissions.filter((known) => known !== permission)), limits: null };
}
