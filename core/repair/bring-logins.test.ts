import { createRouterClient } from '@orpc/server';
import { expect, it } from 'vitest';
import { openCore } from '#core/core.ts';
import { connect } from '#core/database/connection.ts';
import { databasePath } from '#core/database/open-database.ts';
import { repairData } from '#core/repair/repair-data.ts';
import { router } from '#core/router.ts';
import { isProtected } from '#core/session/logins.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

it('has the passwords of the last backup hold where those of the damaged data are gone', async () => {
  const directory = makeTestDirectory();
  const core = openCore(directory);
  const client = createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
  await client.settings.update({ ownerName: 'Ana', country: 'ES' });
  await client.session.setSecret({ kind: 'password', secret: 'a long one for Ana' });
  await core.backups.run('manual');
  await core.close();
  const damaged = connect(databasePath(directory));
  damaged.execute('DELETE FROM login');
  damaged.close();
  await repairData({ dataDirectory: directory, key: null, at: Date.UTC(2026, 10, 22), report: () => undefined });
  const repaired = connect(databasePath(directory), { readonly: true });
  expect(isProtected(repaired)).toBe(true);
  repaired.close();
});
