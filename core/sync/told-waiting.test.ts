import { expect, test } from 'vitest';
import { foundCompany, joinBranch } from '#test/factories/company.ts';

const waitingAt = async ({ office, branch }: Awaited<ReturnType<typeof foundCompany>>) => {
  const { devices } = await office.client.branch.overview({});
  return devices.find(({ branchId }) => branchId === branch.id)?.waiting;
};

test('what a branch has just sent is not told to head office as waiting', async () => {
  const company = await foundCompany();
  const till = await joinBranch(company);
  await till.client.contact.create({ givenName: 'Pedro' });
  await till.sync();
  expect(await waitingAt(company)).toBe(0);
});

test('nor is what came in a file', async () => {
  const company = await foundCompany();
  const till = await joinBranch(company);
  await till.client.contact.create({ givenName: 'Pedro' });
  const file = await till.client.sync.exportBundle({});
  await company.office.client.sync.importBundle({ file });
  expect(await waitingAt(company)).toBe(0);
});
