import { expect } from '@playwright/test';
import type { Core } from './core-client.ts';
import { closeDialogs, pageAt, rowsAreShown } from './screen.ts';
import type { FilledBase, Screen } from './screen.ts';

/** Gives requests in two states, and a rule that answered them. */
export async function fillRequests(core: Core): Promise<Pick<FilledBase, 'leadId' | 'ruleId'>> {
  const rule = await core.automation.create({
    name: 'Call back',
    event: { type: 'leadCame' },
    conditions: {
      any: [{ field: 'source', is: 'contains', value: 'site' }, { not: { all: [{ field: 'title', is: 'isEmpty' }] } }],
    },
    actions: [
      {
        type: 'createTask',
        taskType: 'call',
        title: 'Call {client.name}',
        assignee: { type: 'owner' },
        due: { type: 'after', amount: 15, unit: 'minutes' },
      },
      { type: 'wait', amount: 2, unit: 'hours' },
      { type: 'notify', to: { type: 'head' }, text: 'Has {client.name} been called?' },
    ],
  });
  const { id } = await core.lead.create({ name: 'Carmen', emails: ['carmen@example.es'] });
  await core.lead.reject({ id, reason: 'Advertising' });
  await core.lead.create({ phones: ['955 123 456'], text: 'Missed call', channel: 'call' });
  const lead = await core.lead.create({
    name: 'Rosa Vega',
    phones: ['622 33 44 55'],
    emails: ['rosa@example.es'],
    title: 'Four screens',
    text: 'For the bedrooms',
    channel: 'form',
    source: 'site',
    details: { Colour: 'White' },
  });
  return { leadId: lead.id, ruleId: rule.id };
}

/** Requests, rules, and conditions on lists. */
export const requestScreens: readonly Screen[] = [
  {
    name: 'any conditions on a list',
    open: async ({ page, say, base }) => {
      await pageAt('', () => '/contacts', rowsAreShown).open({ page, say, base });
      await page.getByRole('button', { name: say('filter.more') }).click();
      await page.getByRole('combobox', { name: say('filter.add') }).click();
      await page.getByRole('option', { name: say('party.field.tags'), exact: true }).click();
      await expect(page.getByRole('combobox', { name: say('filter.operator') })).toBeVisible();
    },
  },
  pageAt(
    'requests',
    ({ leadId }) => `/leads/${leadId}`,
    async ({ page }) => {
      await expect(page.getByRole('heading', { name: 'Rosa Vega', level: 2 })).toBeVisible();
      await expect(page.getByText('White')).toBeVisible();
    },
  ),
  {
    name: 'a request being accepted',
    open: async ({ page, say }) => {
      await page.getByRole('button', { name: say('lead.accept') }).click();
      await expect(page.getByRole('textbox', { name: say('lead.new.what') })).toBeFocused();
    },
  },
  {
    name: 'a request being turned down',
    open: async ({ page, say }) => {
      await closeDialogs(page);
      await page.getByRole('button', { name: say('lead.reject') }).click();
      await expect(page.getByRole('textbox', { name: say('lead.reject.own') })).toBeVisible();
    },
  },
  {
    name: 'a new request',
    open: async ({ page, say }) => {
      await closeDialogs(page);
      await page.getByRole('button', { name: say('lead.add') }).click();
      await expect(page.getByRole('textbox', { name: say('lead.new.who') })).toBeFocused();
    },
  },
  {
    name: 'how requests come in',
    open: async ({ page, say }) => {
      await closeDialogs(page);
      await page.getByRole('button', { name: say('lead.waysIn') }).click();
      await expect(page.getByRole('heading', { name: say('lead.way.folder.title') })).toBeVisible();
    },
  },
  {
    name: 'no requests accepted yet',
    open: async ({ page, say, base }) => {
      await closeDialogs(page);
      const isShown = async () => {
        await expect(page.getByRole('heading', { name: say('lead.empty.accepted.title') })).toBeVisible();
      };
      await pageAt('', () => '/leads?status=accepted', isShown).open({ page, say, base });
    },
  },
  pageAt(
    'automatic steps',
    () => '/automations',
    async ({ page, say }) => {
      await expect(page.getByRole('link', { name: 'Call back' })).toBeVisible();
      await expect(page.getByRole('heading', { name: say('automation.ready.title') })).toBeVisible();
    },
  ),
  {
    name: 'a ready process being taken',
    open: async ({ page, say }) => {
      await page
        .getByRole('button', { name: say('automation.ready.use') })
        .first()
        .click();
      await expect(page.getByRole('button', { name: say('automation.ready.install') })).toBeVisible();
    },
  },
  {
    name: 'what was done automatically',
    open: async ({ page, say, base }) => {
      await closeDialogs(page);
      const isShown = async () => {
        await expect(page.getByRole('link', { name: 'Rosa Vega' })).toBeVisible();
      };
      await pageAt('', () => '/automations?tab=log', isShown).open({ page, say, base });
    },
  },
  pageAt(
    'a rule',
    ({ ruleId }) => `/automations/${ruleId}`,
    async ({ page, say }) => {
      await expect(page.getByRole('region', { name: say('automation.action', { number: 3 }) })).toBeVisible();
      await page.getByRole('button', { name: say('automation.try'), exact: true }).click();
      await expect(page.getByRole('status').getByRole('link', { name: 'Rosa Vega' })).toBeVisible();
    },
  ),
];
