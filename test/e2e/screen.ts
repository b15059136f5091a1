import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Words } from './words.ts';

/** A base with something on every screen. */
export type FilledBase = {
  readonly contactId: string;
  readonly companyId: string;
  readonly dealId: string;
  readonly leadId: string;
  readonly ruleId: string;
};

export type Visit = { readonly page: Page; readonly say: Words; readonly base: FilledBase };

/** One screen of the program, and how to get to it. */
export type Screen = { readonly name: string; readonly open: (visit: Visit) => Promise<void> };

/** Goes to an address of the program without loading it anew. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.history.pushState(null, '', to);
  }, path);
}

/** A page of the program, which has shown what it reads. */
export function pageAt(name: string, path: (base: FilledBase) => string, isShown: (visit: Visit) => Promise<void>): Screen {
  return {
    name,
    open: async (visit) => {
      await goTo(visit.page, path(visit.base));
      await isShown(visit);
    },
  };
}

/** Closes what is open over the page. */
export async function closeDialogs(page: Page): Promise<void> {
  // Keys reach it once it has the focus.
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Waits for the rows of a list. */
export async function rowsAreShown({ page }: Visit): Promise<void> {
  await expect(page.getByRole('grid').getByRole('rowheader').first()).not.toBeEmpty();
}
