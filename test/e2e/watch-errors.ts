import { expect, type Page } from '@playwright/test';

/** Collects what goes wrong in a page unseen: uncaught errors, and what the browser or the app writes to the console as an error. */
export function watchErrors(page: Page, allowed: readonly RegExp[]): { readonly expectNone: () => void } {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !allowed.some((pattern) => pattern.test(message.text()))) {
      errors.push(`console: ${message.text()}`);
    }
  });
  return { expectNone: () => expect(errors, 'errors in the page').toEqual([]) };
}
