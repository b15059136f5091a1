import { expect, it, vi } from 'vitest';
import { startHost } from '#core/host/start-host.ts';
import { systemActor } from '#core/people/allow.ts';
import { forgetRecords } from '#core/sync/forget.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { openComputer } from '#test/factories/company.ts';
import { exchange, openCompany } from '#test/branches/company-of-two.ts';
import { whereFound } from '#test/branches/heard.ts';
import { mark, plantMarked } from '#test/factories/plant-marked.ts';

vi.setConfig({ testTimeout: 60_000 });

it('what was forgotten just before the program ended is cleaned up when it starts again', async () => {
  const { office, north } = await openCompany('private');
  const { partyId, companyId } = await plantMarked(north);
  await exchange(north, office);
  const { core, directory } = north;
  await core.store.keep((tx) => tx.write("DELETE FROM sync_state WHERE key = 'options'").run());
  await core.store.perform({ actor: systemActor, kind: 'sync', subject: '' }, (act) => {
    core.store.connection.pragma('defer_foreign_keys = ON');
    forgetRecords(act, [
      ['party', partyId],
      ['party', companyId],
    ]);
  });
  await core.close();
  expect(whereFound(directory, mark)).not.toEqual({});
  const looking = openComputer(directory);
  await looking.core.close();
  const host = await startHost({ dataDirectory: directory, port: 0, rendererDirectory: directory });
  await expect.poll(() => whereFound(directory, mark), { timeout: 20_000 }).toEqual({});
  await host.close();
  const again = openComputer(directory);
  expect(readSyncState(again.core.store.db, 'forgotten')).toBeNull();
});
