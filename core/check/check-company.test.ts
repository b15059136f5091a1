import { expect, it } from 'vitest';
import { checkCompany } from '#core/check/check-company.ts';
import { recountDigests } from '#core/sync/digests.ts';
import { bringBranches, makeOneOf } from '#test/factories/branch-core.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

it('finds records of branches that there are not, and sums that are wrong', async () => {
  const { core, client } = await openTestCore();
  const { connection, db } = core.store;
  await client.contact.create({ givenName: 'Ana', branchId: 'North' });
  expect(checkCompany(db)).toEqual([]);
  makeOneOf(core, { branchId: null });
  connection.transaction(recountDigests);
  await client.contact.create({ givenName: 'Eva' });
  const unknown = { code: 'foreignKey', table: 'party', count: 1 };
  expect(checkCompany(db)).toEqual([unknown]);
  bringBranches(core, 'North');
  expect(checkCompany(db)).toEqual([]);
  connection.transaction((tx) => tx.write('UPDATE sync_digest SET low = low + 1 WHERE low < 4294967295').run());
  expect(checkCompany(db)).toMatchObject([{ code: 'derived', table: 'sync_digest' }]);
});
