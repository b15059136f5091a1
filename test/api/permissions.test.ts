import { call } from '@orpc/server';
import type { AnyProcedure } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { router } from '#core/router.ts';
import { permissions } from '#shared/people/permission.ts';
import type { Actor, Permission } from '#shared/people/permission.ts';
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

function handlerOf(path: readonly string[]): AnyProcedure | undefined {
  let node: unknown = router;
  for (const key of path) node = (node as Record<string, unknown> | undefined)?.[key];
  return node as AnyProcedure | undefined;
}

function actorWithout(permission: Permission | undefined): Actor {
  return { userId: 'u', name: 'Eva', permissions: new Set(permissions.filter((known) => known !== permission)) };
}
