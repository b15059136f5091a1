import { expect, it } from 'vitest';
import { exchangeAll } from '#core/sync/exchange-all.ts';
import { foundCompany, joinBranch } from '#test/factories/company.ts';

it('the contents of files follow their records to head office and to another computer of the branch', async () => {
  const company = await foundCompany();
  const { office } = company;
  const till = await joinBranch(company);
  const other = await joinBranch(company);
  const { id: partyId } = await till.client.contact.create({ givenName: 'Luis' });
  const content = 'x'.repeat(600_000);
  const { id } = await till.client.file.attach({ id: partyId, file: new File([content], 'plan.txt') });
  for (const { core } of [till, office, other]) await exchangeAll(core);
  for (const { client } of [office, other]) expect(await (await client.file.download({ id })).text()).toBe(content);
});
