import type { Page } from '@playwright/test';
import { sessionHeader } from '#shared/session/contract.ts';
import type { RunningApp } from './start-app.ts';
import { expect, test } from './shop.ts';
import { say } from './words.ts';

const pin = '482913';

test.use({ allowedConsoleErrors: [/401|403|429/] });

/** Gives the owner a PIN in the settings. */
async function setPin(page: Page) {
  await page.goto(new URL('/settings/safety', page.url()).href);
  await page.getByRole('button', { name: say('session.set') }).click();
  await page.getByText(say('session.kind.pin'), { exact: true }).click();
  await page.getByRole('textbox', { name: say('session.newPin') }).fill(pin);
  await page.getByRole('textbox', { name: say('session.again') }).fill(pin);
  await page.getByRole('button', { name: say('common.save'), exact: true }).click();
  await page.getByRole('button', { name: say('session.codeKept') }).click();
  await expect(page.getByRole('button', { name: say('session.change') })).toBeVisible();
}

async function typePin(page: Page, typed: string) {
  await expect(page.getByRole('textbox', { name: say('session.pin') })).toBeFocused();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
}

function working(page: Page, name: string) {
  return page.getByRole('button', { name: say('people.working', { name }) });
}

async function whoIs(app: RunningApp, token: string) {
  const { origin, port, searchParams } = new URL(app.url);
  const cookie = `cartera_${port}=${searchParams.get('key') ?? ''}`;
  const answer = await fetch(`${origin}/rpc/people/me`, {
    method: 'POST',
    headers: { cookie, [sessionHeader]: token },
    body: '{}',
  });
  return answer.status;
}

test('a PIN is set, the window locked and unlocked, and another person goes on in two clicks', async ({ page, core }) => {
  await core.people.create({ name: 'Eva Gil', role: 'seller' });
  const { id } = await core.contact.create({ givenName: 'Secreto' });
  await setPin(page);
  // Whoever set it goes on working.
  await page.goto(new URL(`/contacts/${id}`, page.url()).href);
  await expect(page.getByRole('heading', { name: 'Secreto' })).toBeVisible();

  await working(page, 'Ana').click();
  await page.getByRole('menuitem', { name: say('session.lock') }).click();
  await expect(page.getByText(say('session.lockedText'))).toBeVisible();
  expect(await page.content()).not.toContain('Secreto');
  await page.reload();
  await typePin(page, '000000');
  await expect(page.getByRole('alert')).toContainText(say('session.wrong'));
  await typePin(page, pin);
  // Back where she was.
  await expect(page.getByRole('heading', { name: 'Secreto' })).toBeVisible();

  await working(page, 'Ana').click();
  await page.getByRole('menuitem', { name: 'Eva Gil' }).click();
  await expect(working(page, 'Eva Gil')).toBeVisible();
  await page.reload();
  await expect(working(page, 'Eva Gil')).toBeVisible();

  await working(page, 'Eva Gil').click();
  await page.getByRole('menuitem', { name: 'Ana' }).click();
  for (const digit of pin) await page.getByRole('dialog').getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: say('session.enter') }).click();
  await expect(working(page, 'Ana')).toBeVisible();
});

test('whoever guesses has to wait', async ({ page, core }) => {
  await core.people.create({ name: 'Eva Gil', role: 'seller' });
  await setPin(page);
  await working(page, 'Ana').click();
  await page.getByRole('menuitem', { name: say('session.signOut') }).click();
  await page.getByRole('button', { name: 'Ana', exact: true }).click();
  for (let guess = 0; guess < 6; guess++) {
    await expect(page.getByRole('textbox', { name: say('session.pin') })).toHaveValue('');
    await page.getByRole('textbox', { name: say('session.pin') }).fill(`11223${guess}`);
    const enter = page.getByRole('button', { name: say('session.enter') });
    await expect(enter).toBeEnabled();
    await enter.click();
    await expect(page.getByRole('alert')).toBeVisible();
  }
  await expect(page.getByRole('alert')).toContainText(/Try again in \d second/);
  await page.getByRole('textbox', { name: say('session.pin') }).fill(pin);
  await expect(page.getByRole('button', { name: say('session.enter') })).toBeDisabled();
  await expect(page.getByRole('button', { name: say('session.enter') })).toBeEnabled();
  await page.getByRole('button', { name: say('session.enter') }).click();
  await expect(working(page, 'Ana')).toBeVisible();
});

test('signing out everywhere closes other windows, and their tokens open nothing', async ({ page, app, browser, context }) => {
  await setPin(page);
  // A new window of this browser belongs to whoever works in it.
  const beside = await context.newPage();
  await beside.goto(new URL('/settings/safety', page.url()).href);
  await expect(working(beside, 'Ana')).toBeVisible();
  await beside.close();

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(app.url);
  await typePin(elsewhere, pin);
  await expect(working(elsewhere, 'Ana')).toBeVisible();
  const token = await elsewhere.evaluate(() => {
    const held = JSON.parse(window.sessionStorage.getItem('cartera:session') ?? '{}') as { token?: string };
    return held.token ?? '';
  });
  expect(await whoIs(app, token)).toBe(200);

  await page.reload();
  const sessions = page.getByRole('region', { name: say('session.sessions') });
  await sessions.getByRole('button', { name: say('session.endAllOf', { name: 'Ana' }) }).click();
  await expect(elsewhere.getByText(say('session.who'))).toBeVisible();
  await expect(working(elsewhere, 'Ana')).toHaveCount(0);
  expect(await whoIs(app, token)).toBe(401);
  await expect(working(page, 'Ana')).toBeVisible();
  await elsewhere.context().close();
});
