import { describe, expect, it } from 'vitest';
import { createTask } from '#core/task/commands.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

describe('tasks', () => {
  it('made under one id are one', async () => {
    const { core } = await openTestCore();
    const make = () =>
      core.store.perform({ actor: core.owner(), kind: 'task', subject: 'x' }, (act) =>
        createTask(act, { id: 'once', title: 'Llamar' }),
      );
    await make();
    await make();
    expect(core.store.db.read('SELECT title FROM task').all()).toEqual([{ title: 'Llamar' }]);
  });
});
