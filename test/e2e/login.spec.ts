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

interface Asked {
  readonly procedure: string;
  readonly token: string;
}

/** The status of the answer to whoever comes with this token. */
async function ask(app: RunningApp, { procedure, token }: Asked) {
  const { origin, port, searchParams } = new URL(app.url);
  const cookie = `cartera_${port}=${searchParams.get('key') ?? ''}`;
  const answer = await fetch(`${origin}/rpc/${procedure}`, {
    method: 'POST',
    headers: { cookie, [sessionHeader]: token },
    body: '{}',
  });
  return answer.status;
}

/** The token that a window works with. */
function tokenOf(page: Page) {
  return page.evaluate(() => {
    const held = JSON.parse(window.sessionStorage.getItem('cartera:session') ?? '{}') as { token?: string };
    return held.token ?? '';
  });
}

/** All that stands in the document, fields included. */
function everyText(page: Page) {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    return [document.documentElement.outerHTML, ...fields.map(({ value }) => value)].join(' ');
  });
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

test('what was half written waits under the lock for whoever wrote it, and for nobody else', async ({ page, app, core }) => {
  await core.people.create({ name: 'Eva Gil', role: 'seller' });
  const { id } = await core.contact.create({ givenName: 'Marta' });
  await setPin(page);
  await page.goto(new URL(`/contacts/${id}`, page.url()).href);
  const note = page.getByRole('textbox', { name: say('activity.text') });
  await note.fill('Wants triple glass');
  await page.getByRole('button', { name: say('frame.new'), exact: true }).click();
  await page.getByRole('menuitem', { name: say('frame.newDeal') }).click();
  const deal = page.getByRole('dialog', { name: say('deal.new') });
  await deal.getByRole('textbox', { name: say('deal.field.title') }).fill('Twelve windows');

  const lock = async () => {
    const token = await tokenOf(page);
    expect(await ask(app, { procedure: 'session/lock', token })).toBe(200);
    await expect(page.getByText(say('session.lockedText'))).toBeVisible({ timeout: 15_000 });
    for (const secret of ['Marta', 'Wants triple', 'Twelve']) expect(await everyText(page)).not.toContain(secret);
  };
  await lock();
  // The dialog that was open takes no keys: from the field one comes to what is beside it.
  await expect(page.getByRole('textbox', { name: say('session.pin') })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: say('session.pin') })).not.toBeFocused();
  await page.getByRole('textbox', { name: say('session.pin') }).focus();
  await typePin(page, pin);
  await expect(deal.getByRole('textbox', { name: say('deal.field.title') })).toHaveValue('Twelve windows');
  await page.keyboard.press('Escape');
  await expect(note).toHaveValue('Wants triple glass');

  await lock();
  await page.getByRole('button', { name: say('session.somebodyElse') }).click();
  await page.getByRole('button', { name: 'Eva Gil', exact: true }).click();
  await expect(working(page, 'Eva Gil')).toBeVisible();
  await expect(note).toHaveValue('');
  await expect(deal).toHaveCount(0);
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
  const token = await tokenOf(elsewhere);
  expect(await ask(app, { procedure: 'people/me', token })).toBe(200);

  await page.reload();
  const sessions = page.getByRole('region', { name: say('session.sessions') });
  await sessions.getByRole('button', { name: say('session.endAllOf', { name: 'Ana' }) }).click();
  await expect(elsewhere.getByText(say('session.who'))).toBeVisible();
  await expect(working(elsewhere, 'Ana')).toHaveCount(0);
  expect(await ask(app, { procedure: 'people/me', token })).toBe(401);
  await expect(working(page, 'Ana')).toBeVisible();
  await elsewhere.context().close();
});
