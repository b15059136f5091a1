import { expect, it } from 'vitest';
import { learnOfSelf } from '#core/sync/learn-of-self.ts';
import { foundCompany, joinBranch } from '#test/factories/company.ts';

it('learns of its new name and of being the main one of its branch, when head office says so', async () => {
  const company = await foundCompany();
  const { office } = company;
  const first = await joinBranch(company);
  const second = await joinBranch(company);
  expect([await first.client.sync.status(), await second.client.sync.status()]).toMatchObject([
    { isMain: true },
    { isMain: false },
  ]);
  const { devices } = await office.client.branch.overview({});
  const till = devices.find(({ branchId, till: number }) => branchId === company.branch.id && number === 2);
  await office.client.branch.renameComputer({ id: till?.id ?? '', name: 'Back room' });
  await office.client.branch.makeMain({ id: till?.id ?? '' });
  for (const { core } of [first, second]) await learnOfSelf(core.store);
  expect(await first.client.sync.status()).toMatchObject({ isMain: false, computerName: 'Till' });
  expect(await second.client.sync.status()).toMatchObject({ isMain: true, computerName: 'Back room' });
});
