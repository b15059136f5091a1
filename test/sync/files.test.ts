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

it('the files of a computer are gone through again only when something was written', async () => {
  const company = await foundCompany();
  const { core, client } = await joinBranch(company);
  let looks = 0;
  const files = {
    ...core.files,
    get directory() {
      looks += 1;
      return core.files.directory;
    },
  };
  const looksIn = async (exchanges: number) => {
    looks = 0;
    for (let done = 0; done < exchanges; done += 1)
      expect((await exchangeAll({ store: core.store, files })).end.type).toBe('equal');
    return looks;
  };
  await exchangeAll(core);
  expect(await looksIn(2)).toBe(0);
  const { id } = await client.contact.create({ givenName: 'Luis' });
  await client.file.attach({ id, file: new File(['plan'], 'plan.txt') });
  expect(await looksIn(3)).toBe(1);
  await company.office.sync();
  await company.office.client.file.attach({ id, file: new File(['offer'], 'offer.txt') });
  await company.office.sync();
  // Head office lacks the content of what came: it is looked for until it is there.
  expect(await looksIn(2)).toBe(2);
  await exchangeAll(company.office.core);
  expect(await looksIn(3)).toBe(1);
  expect(await looksIn(1)).toBe(0);
});
