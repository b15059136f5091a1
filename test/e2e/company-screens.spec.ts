import type { Page } from '@playwright/test';
import { joinBranch, makeConflicts, startOffice, syncUntilEqual } from './company.ts';
import type { Office } from './company.ts';
import type { Core } from './core-client.ts';
import { faultsOfAccess, faultsOfLook } from './look.ts';
import { expect, test } from './shop.ts';
import { wordsIn } from './words.ts';
import type { Words } from './words.ts';

// Two programs, and all screens one after another.
test.describe.configure({ timeout: 180_000 });

interface Company {
  readonly contactId: string;
  readonly dealId: string;
}

/** A branch with conflicts of every kind, a card of its own and another one of head office's. */
async function fillCompany(core: Core, office: Office): Promise<Company> {
  await office.core.pipeline.addReady({ trade: 'windows' });
  await office.core.call.createScript({ name: 'First call', steps: [{ text: 'Good morning' }] });
  await syncUntilEqual(office.core);
  await joinBranch(core, office);
  const { id: contactId } = await core.contact.create({ givenName: 'Ángela', familyName: 'Núñez' });
  const { id: dealId } = await core.deal.create({ partyId: contactId, title: 'Kitchen windows', estimate: 125_000 });
  const { id: taskId } = await core.task.create({ title: 'Measure', partyId: contactId, dueAt: Date.now() });
  const { id: goneId } = await core.contact.create({ givenName: 'Pepe', familyName: 'Ruiz' });
  await syncUntilEqual(core);
  await syncUntilEqual(office.core);
  await makeConflicts({
    office: office.core,
    branch: core,
    write: async (one, where) => {
      const isOffice = where === 'office';
      await one.contact.update({
        id: contactId,
        jobTitle: isOffice ? 'Storekeeper' : 'Head of the workshop',
        birthday: isOffice ? '1980-03-14' : '1981-03-14',
      });
      await one.deal.update({ id: dealId, estimate: isOffice ? 150_000 : 99_950, visitAt: Date.UTC(2026, 11, isOffice ? 3 : 4) });
      await one.task.update({ id: taskId, title: isOffice ? 'Measure the kitchen' : 'Measure all windows' });
      if (isOffice) await one.contact.update({ id: goneId, notes: 'Wants a call' });
      else await one.contact.delete({ id: goneId });
      if (!isOffice) await one.party.purgeMany({ ids: [goneId] });
    },
  });
  await core.contact.create({ givenName: 'Luis' });
  return { contactId, dealId };
}

interface Step {
  readonly name: string;
  readonly open: (page: Page, say: Words) => Promise<void>;
}

function stepsOf({ contactId, dealId }: Company): readonly Step[] {
  const at = (path: string, seen: (page: Page, say: Words) => Promise<void>) => async (page: Page, say: Words) => {
    await page.goto(new URL(path, page.url()).href);
    await seen(page, say);
  };
  return [
    {
      name: 'conflicts',
      open: at('/conflicts', async (page, say) => {
        await expect(page.getByText(say('conflict.removed.field'))).toBeVisible();
      }),
    },
    {
      name: 'a conflict being written anew, all selected',
      open: async (page, say) => {
        await page.getByRole('button', { name: say('conflict.selectAll', { count: '6' }) }).click();
        await page.getByText(say('party.field.birthday')).scrollIntoViewIfNeeded();
        await page
          .getByRole('button', { name: say('conflict.edit') })
          .first()
          .click();
        await expect(page.getByLabel(say('conflict.edit.label'))).toBeFocused();
      },
    },
    {
      name: 'how this computer stands with head office',
      open: async (page, say) => {
        await page.getByRole('banner').locator('[data-tone]').click();
        await expect(page.getByRole('dialog', { name: say('sync.section') })).toBeVisible();
      },
    },
    {
      name: 'nothing settled, nothing refused',
      open: at('/conflicts?tab=refused', async (page, say) => {
        await expect(page.getByRole('heading', { name: say('sync.refused.title') })).toBeVisible();
      }),
    },
    {
      name: 'a card of a branch',
      open: at(`/contacts/${contactId}`, async (page, say) => {
        await expect(page.getByRole('link', { name: say('conflict.link', { count: 2 }) })).toBeVisible();
      }),
    },
    {
      name: 'a client being moved',
      open: async (page, say) => {
        await page.getByRole('button', { name: say('card.menu'), exact: true }).click();
        await page.getByRole('menuitem', { name: say('sync.move') }).click();
        await expect(page.getByRole('dialog', { name: say('sync.move.title') })).toBeVisible();
      },
    },
    {
      name: 'a deal of a branch',
      open: at(`/deals/${dealId}`, async (page, say) => {
        await expect(page.getByRole('link', { name: say('conflict.link', { count: 2 }) })).toBeVisible();
      }),
    },
    {
      name: 'products, which head office changes',
      open: at('/products', async (page, say) => {
        await expect(page.getByText(say('sync.officeChanges'))).toBeVisible();
      }),
    },
    {
      name: 'the settings of a branch',
      open: at('/settings#office', async (page, say) => {
        await expect(page.getByRole('switch', { name: say('sync.automatic') })).toBeVisible();
        await expect(page.getByText('First call')).toBeVisible();
      }),
    },
  ];
}

for (const [language, theme] of [
  ['es', 'light'],
  ['ru', 'dark'],
] as const) {
  test.describe(`in ${language}, ${theme}`, () => {
    test.use({ settings: { language, theme } });

    test('every screen of a branch has its words, room for them, and can be used by everybody', async ({ page, core }) => {
      const office = await startOffice();
      try {
        for (const { name, open } of stepsOf(await fillCompany(core, office))) {
          await test.step(name, async () => {
            await open(page, wordsIn(language));
            expect.soft(await faultsOfLook(page), name).toEqual([]);
            expect.soft(await faultsOfAccess(page), name).toEqual([]);
          });
        }
      } finally {
        await office.app.close();
      }
    });
  });
}
