import { expect, test } from './shop.ts';
import { say } from './words.ts';

const minute = 60_000;
const hour = 60 * minute;

test('a task is added in one line, and another with a chip, and both stand in the day', async ({ page, core }) => {
  await page.goto(new URL('/day', page.url()).href);
  await expect(page.getByRole('heading', { name: say('day.empty.title') })).toBeVisible();
  await page.getByRole('textbox', { name: say('task.add') }).fill('Order the glass');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: say('day.today') }).getByText('Order the glass')).toBeVisible();

  await page.getByRole('heading', { name: say('nav.day') }).click();
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: say('task.new') });
  await dialog.getByRole('textbox', { name: say('task.field.title') }).fill('Call Ana back');
  await dialog.getByText(say('task.type.call'), { exact: true }).click();
  await dialog.getByText(say('task.preset.in15Minutes'), { exact: true }).click();
  await dialog.getByRole('button', { name: say('task.add') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: 'Call Ana back' })).toBeVisible();
  const { rows } = await core.task.list({ filter: { status: 'open' } });
  const call = rows.find(({ title }) => title === 'Call Ana back');
  expect(call?.type).toBe('call');
  expect(Math.abs((call?.dueAt ?? 0) - Date.now() - 15 * minute)).toBeLessThan(2 * minute);
});

test('a repeated task says what it means, and a date is typed as one speaks', async ({ page, core }) => {
  await page.goto(new URL('/day', page.url()).href);
  await page.getByRole('button', { name: say('day.withDetails') }).click();
  const dialog = page.getByRole('dialog', { name: say('task.new') });
  await dialog.getByRole('textbox', { name: say('task.field.title') }).fill('Back up the till');
  await dialog.getByRole('textbox', { name: say('task.field.date') }).fill('never');
  await dialog.getByRole('button', { name: say('task.add') }).click();
  await expect(dialog.getByText('This is no date', { exact: false })).toBeVisible();
  await dialog.getByRole('textbox', { name: say('task.field.date') }).fill('tomorrow');
  await dialog.getByRole('textbox', { name: say('task.field.time') }).fill('9.30');
  await dialog.getByRole('button', { name: say('task.more') }).click();
  await dialog.getByRole('combobox', { name: say('task.repeat'), exact: true }).click();
  await page.getByRole('option', { name: say('task.repeat.unit.day') }).click();
  await expect(dialog.getByText(`${say('task.repeat.says.day', { every: 1 })}.`)).toBeVisible();
  await dialog.getByRole('button', { name: say('task.add') }).click();
  await expect(dialog).toBeHidden();
  const { rows } = await core.task.list({});
  expect(rows[0]).toMatchObject({ title: 'Back up the till', repeat: { every: 1, unit: 'day' }, allDay: false });
});

test('a call is closed with what came out of it and the next step, and undone', async ({ page, core }) => {
  const { id } = await core.contact.create({
    givenName: 'Ana',
    familyName: 'López',
    phones: [{ label: 'mobile', raw: '600100200' }],
  });
  await core.task.create({ type: 'call', title: 'About the quote', partyId: id, dueAt: Date.now() - hour });
  await page.goto(new URL(`/contacts/${id}`, page.url()).href);
  const next = page.getByRole('region', { name: say('task.next.title') });
  await next.getByRole('button', { name: say('task.complete', { title: 'About the quote' }) }).click();
  const dialog = page.getByRole('dialog', { name: say('task.close.title') });
  await dialog.getByText(say('activity.outcome.reached'), { exact: true }).click();
  await dialog.getByRole('textbox', { name: say('task.close.result') }).fill('Wants oak');
  await dialog.getByText(say('task.preset.tomorrowMorning'), { exact: true }).click();
  await dialog.getByRole('textbox', { name: say('task.close.nextWhat') }).fill('Send the price');
  await dialog.getByRole('button', { name: say('task.close.confirm') }).click();
  await expect(next.getByText('Send the price')).toBeVisible();
  await expect(next.getByText('About the quote')).toHaveCount(0);
  await expect(page.getByRole('region', { name: say('activity.timeline') }).getByText('Wants oak')).toBeVisible();
  await page.getByRole('button', { name: say('common.undo') }).click();
  await expect(next.getByText('About the quote')).toBeVisible();
  await expect(next.getByText('Send the price')).toHaveCount(0);
});

test('a card with nothing planned asks for the next step', async ({ page, core }) => {
  const { id } = await core.contact.create({ givenName: 'Ana', familyName: 'López' });
  await page.goto(new URL(`/contacts/${id}`, page.url()).href);
  await page.getByRole('button', { name: say('task.next.plan') }).click();
  const dialog = page.getByRole('dialog', { name: say('task.new') });
  await expect(dialog.getByRole('textbox', { name: say('task.field.party') })).toHaveValue('Ana López');
});

test('a reminder is told by the bell at its minute, and read', async ({ page, core }) => {
  await core.task.create({ title: 'Call about the door', dueAt: Date.now() + 1500 });
  await expect(page.getByRole('button', { name: say('notice.bellUnread', { count: 1 }) })).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: say('notice.bellUnread', { count: 1 }) }).click();
  await page
    .getByRole('dialog', { name: say('notice.bell') })
    .getByRole('button', { name: /Call about the door/ })
    .click();
  await expect(page.getByRole('dialog', { name: say('task.edit') })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: say('notice.bell'), exact: true })).toBeVisible();
});

test('who calls is shown in a corner, and the call is written down', async ({ page, core }) => {
  const { id } = await core.contact.create({
    givenName: 'Ana',
    familyName: 'López',
    phones: [{ label: 'mobile', raw: '600100200' }],
  });
  await core.call.create({ phone: '600100200' });
  const panel = page.getByRole('alertdialog', { name: say('call.incoming') });
  await expect(panel.getByText('Ana López')).toBeVisible();
  await panel.getByRole('button', { name: say('call.writeDown') }).click();
  await page.getByRole('textbox', { name: say('call.points') }).fill('Asks for a price');
  await page.getByRole('button', { name: say('call.save') }).click();
  await expect
    .poll(async () => (await core.activity.ofParty({ id, type: 'call' })).rows.map(({ text }) => text))
    .toEqual(['Asks for a price']);
});

test('a task is dragged to another hour in the calendar, and opened from the keyboard', async ({ page, core }) => {
  const noon = new Date();
  noon.setHours(12, 0, 0, 0);
  const { id } = await core.task.create({
    type: 'meeting',
    title: 'Meet the supplier',
    dueAt: noon.getTime(),
    durationMinutes: 60,
    remindMinutes: null,
  });
  await page.goto(new URL('/calendar', page.url()).href);
  const block = page.getByRole('button', { name: /Meet the supplier/ });
  // Once it stands still.
  await block.hover();
  const box = await block.boundingBox();
  expect(box).not.toBeNull();
  if (box === null) return;
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + 40, { steps: 4 });
  await page.mouse.move(box.x + 20, box.y + 10 + 92, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await core.task.get({ id })).dueAt).toBe(noon.getTime() + 2 * hour);
  await expect.poll(async () => (await core.task.get({ id })).durationMinutes).toBe(60);
  await block.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: say('task.edit') })).toBeVisible();
});

test('a task is moved in the calendar from the keyboard, several steps as one change', async ({ page, core }) => {
  const noon = new Date();
  noon.setHours(12, 0, 0, 0);
  const { id } = await core.task.create({
    title: 'Cut the glass',
    dueAt: noon.getTime(),
    durationMinutes: 60,
    remindMinutes: null,
  });
  await page.goto(new URL('/calendar', page.url()).href);
  const block = page.getByRole('button', { name: /Cut the glass/ });
  await block.focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Alt+ArrowDown');
  // On a Sunday the next day is in the next week, where the calendar goes along.
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: 'Cut the glass' })).toContainText('13:00');
  await expect(block).toBeFocused();
  const moved = new Date(noon);
  moved.setDate(moved.getDate() + 1);
  moved.setHours(13);
  await expect.poll(async () => (await core.task.get({ id })).dueAt).toBe(moved.getTime());
  await expect(page.getByRole('button', { name: say('common.undo') })).toHaveCount(1);
  await page.getByRole('button', { name: say('common.undo') }).click();
  await expect.poll(async () => (await core.task.get({ id })).dueAt).toBe(noon.getTime());
});

test('the call of a request asks for what the deal and the client lack, and makes a deal of it', async ({ page, core }) => {
  const lead = await core.lead.create({ name: 'Rosa Vega', phones: ['622334455'], text: 'Two windows' });
  await core.task.create({
    type: 'call',
    title: 'First call',
    leadId: lead.id,
    ...(lead.partyId === null ? {} : { partyId: lead.partyId }),
    dueAt: Date.now() + hour,
    asks: ['siteAddress', 'client.phone', 'client.email'],
  });
  await page.goto(new URL(`/leads/${lead.id}`, page.url()).href);
  await page.getByRole('button', { name: say('task.complete', { title: 'First call' }) }).click();
  const dialog = page.getByRole('dialog', { name: say('task.close.title') });
  await expect(dialog.getByRole('textbox', { name: say('deal.asked.client.phone') })).toHaveCount(0);
  await dialog.getByText(say('activity.outcome.reached'), { exact: true }).click();
  await dialog.getByRole('textbox', { name: say('deal.asked.siteAddress') }).fill('Calle Mayor 1');
  await dialog.getByRole('textbox', { name: say('deal.asked.client.email') }).fill('rosa@example.es');
  await dialog.getByRole('button', { name: say('task.close.confirm') }).click();
  await expect.poll(async () => (await core.lead.get({ id: lead.id })).status).toBe('accepted');
  const { dealId } = await core.lead.get({ id: lead.id });
  expect(await core.deal.get({ id: dealId ?? '' })).toMatchObject({ siteAddress: 'Calle Mayor 1' });
  const { emails } = await core.contact.get({ id: lead.partyId ?? '' });
  expect(emails.map(({ address }) => address)).toEqual(['rosa@example.es']);
});

test('the head sees how much everybody has to do', async ({ page, core }) => {
  const eva = await core.people.create({ name: 'Eva Gil', role: 'seller' });
  await core.task.create({
    type: 'visit',
    title: 'Measure',
    assigneeId: eva.id,
    dueAt: Date.now() - 2 * minute,
    durationMinutes: 1,
  });
  await page.goto(new URL('/day', page.url()).href);
  await page.getByText(say('day.view.team'), { exact: true }).click();
  const row = page.getByRole('row', { name: /Eva Gil/ });
  await expect(row.getByRole('button', { name: /1 task/ })).toBeVisible();
  await row.getByRole('button', { name: /1 task/ }).click();
  await expect(page.getByRole('region', { name: say('day.overdue') }).getByText('Measure')).toBeVisible();
});
