import { createDemo, startDemo } from '#core/demo/commands.ts';
import { createDemoDeals } from '#core/demo/demo-deals.ts';
import { prepareForSales } from '#core/demo/sales-making.ts';
import type { Command, CommandContext } from '#core/host/command-line/command.ts';
import { UsageError } from '#core/host/command-line/faults.ts';
import { countFlag, noArgument } from '#core/host/command-line/typed-values.ts';
import { readSettings } from '#core/settings/settings.ts';

/** An act's records are all in memory until it is saved, so that a large base is made in several. */
const contactsPerAct = 50_000;
const dealsPerAct = 20_000;

export const demoCommand: Command = {
  name: 'demo',
  usage: 'demo [--contacts N [--sales]] [--deals N [--stages N]] [--seed S]',
  about: 'commandLine.about.demo',
  options: {
    contacts: { type: 'string' },
    sales: { type: 'boolean' },
    deals: { type: 'string' },
    stages: { type: 'string' },
    seed: { type: 'string' },
  },
  permission: 'demo.create',
  cacheSize: 512,
  read(typed) {
    noArgument(typed);
    const withSales = typed.values['sales'] === true;
    const contacts = countFlag(typed, 'contacts', { from: 1, to: withSales ? contactsPerAct : 10_000_000 }) ?? 0;
    const deals = countFlag(typed, 'deals', { from: 1, to: 10_000_000 }) ?? 0;
    const stages = countFlag(typed, 'stages', { from: 1, to: 30 });
    if (contacts + deals === 0 || (withSales && contacts === 0))
      throw new UsageError('argumentMissing', { argument: '--contacts N' });
    const givenSeed = countFlag(typed, 'seed', { from: 0, to: 2 ** 31 - 1 });
    return (context) => {
      const startedAt = performance.now();
      const seed = givenSeed ?? Math.floor(context.store.now() % 1_000_000);
      const people = withSales ? addShop(context, { contacts, seed }) : addDemo(context, { contacts, seed });
      const sales = addDeals(context, { deals, stages, seed });
      const seconds = (performance.now() - startedAt) / 1000;
      const { companies } = people;
      const allDeals = people.deals + sales.deals;
      const perSecond = Math.round((people.contacts + companies + allDeals) / seconds);
      const figures = { contacts: people.contacts, companies, deals: allDeals };
      return {
        json: { ...figures, actIds: [...people.actIds, ...sales.actIds], seconds: Math.round(seconds * 10) / 10, perSecond },
        lines: [{ key: 'commandLine.demo.done', values: { ...figures, perSecond } }],
      };
    };
  },
};

/** Deals of those who are there, the people just added among them. */
function addDeals(
  { store, actor, signal, report }: CommandContext,
  { deals: wanted, stages, seed }: { readonly deals: number; readonly stages: number | undefined; readonly seed: number },
) {
  const actIds: string[] = [];
  let deals = 0;
  while (deals < wanted) {
    signal.throwIfAborted();
    const next = Math.min(dealsPerAct, wanted - deals);
    const { actId, result } = store.performNow({ actor, kind: 'demo', subject: '' }, (act) =>
      createDemoDeals(act, { deals: next, stages, seed: seed + deals }),
    );
    if (result === 0) break;
    actIds.push(actId);
    deals += result;
    if (wanted > dealsPerAct) report(`${deals} / ${wanted}`);
  }
  return { deals, actIds };
}

function addDemo(
  { store, actor, signal, report }: CommandContext,
  request: { readonly contacts: number; readonly seed: number },
) {
  const { country, trade } = readSettings(store.db);
  const demo = startDemo({ ...request, country, trade });
  const actIds: string[] = [];
  let contacts = 0;
  let companies = 0;
  while (contacts < request.contacts) {
    signal.throwIfAborted();
    const wanted = Math.min(contactsPerAct, request.contacts - contacts);
    const { actId, result } = store.performNow({ actor, kind: 'demo', subject: '' }, (act) => demo.addNext(act, wanted));
    if (result.contacts === 0) break;
    actIds.push(actId);
    contacts += result.contacts;
    companies += result.companies;
    if (request.contacts > contactsPerAct) report(`${contacts} / ${request.contacts}`);
  }
  return { contacts, companies, deals: 0, actIds };
}

/** People and all that a shop sells to them, in one act. */
function addShop({ store, actor }: CommandContext, request: { readonly contacts: number; readonly seed: number }) {
  const { country, trade, language } = readSettings(store.db);
  store.performNow({ actor, kind: 'settings', subject: '' }, prepareForSales);
  const { actId, result } = store.performNow({ actor, kind: 'demo', subject: '' }, (act) =>
    createDemo(act, { ...request, country, trade, sales: { language } }),
  );
  return { ...result, actIds: [actId] };
}
