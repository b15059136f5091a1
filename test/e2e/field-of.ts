import type { Locator, Page } from '@playwright/test';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { say } from './words.ts';

/** A value on the card, which a press turns into an input. Its name is the field's, then the value. */
export function fieldOf(page: Page, label: MessageKey): Locator {
  return page.getByRole('button', { name: new RegExp(`^${say(label)} `) });
}
