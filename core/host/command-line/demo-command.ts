import { startDemo } from '#core/demo/commands.ts';
import type { Command, CommandContext } from '#core/host/command-line/command.ts';
import { UsageError } from '#core/host/command-line/faults.ts';
import { countFlag, noArgument } from '#core/host/command-line/typed-values.ts';
import { readSettings } from '#core/settings/settings.ts';

/** An act's records are all in memory until it is saved, so that a large base is made in several. */
const contactsPerAct = 50_000;

export const demoCommand: Command = {
  name: 'demo',
  usage: 'demo --contacts N [--seed S]',
  about: 'commandLine.about.demo',
  options: { contacts: { type: 'string' }, seed: { type: 'string' } },
  permission: 'party.import',
  cacheSize: 512,
  read(typed) {
    noArgument(typed);
    const contacts = countFlag(typed, 'contacts', { from: 1, to: 10_000_000 });
    if (contacts === undefined) throw new UsageError('argumentMissing', { argument: '--contacts N' });
    const seed = countFlag(typed, 'seed', { from: 0, to: 2 ** 31 - 1 });
    return (context) => {
      const startedAt = performance.now();
      const done = addDemo(context, { contacts, seed: seed ?? Math.floor(context.store.now() % 1_000_000) });
      const seconds = (performance.now() - startedAt) / 1000;
      const { companies, actIds } = done;
      const perSecond = Math.round((done.contacts + companies) / seconds);
      return {
        json: { contacts: done.contacts, companies, actIds, seconds: Math.round(seconds * 10) / 10, perSecond },
        lines: [{ key: 'commandLine.demo.done', values: { contacts: done.contacts, companies, perSecond } }],
      };
    };
  },
};

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
  return { contacts, companies, actIds };
}
