import type { Command } from '#core/host/command-line/command.ts';
import { CommandError, UsageError } from '#core/host/command-line/faults.ts';
import { onlyArgument, textFlag } from '#core/host/command-line/typed-values.ts';
import { takeInLead } from '#core/lead/commands.ts';
import type { NewLead } from '#core/lead/commands.ts';
import { nameOfLead } from '#core/lead/lead.ts';
import { findLead } from '#core/lead/queries.ts';

const flags = ['phone', 'email', 'company', 'title', 'text', 'source', 'external-id'] as const;

export const leadCommand: Command = {
  name: 'lead',
  usage: 'lead [NAME] [--phone P] [--email E] [--company C] [--title T] [--text T] [--source S] [--external-id ID]',
  about: 'commandLine.about.lead',
  options: Object.fromEntries(flags.map((flag) => [flag, { type: 'string' }])),
  permission: 'lead.create',
  read(typed) {
    const name = typed.positionals.length === 0 ? '' : onlyArgument(typed, 'NAME');
    const flag = (key: (typeof flags)[number]) => textFlag(typed, key) ?? '';
    const listed = (value: string) => (value === '' ? [] : [value]);
    const externalId = textFlag(typed, 'external-id');
    const lead: NewLead = {
      name,
      companyName: flag('company'),
      phones: listed(flag('phone')),
      emails: listed(flag('email')),
      title: flag('title'),
      text: flag('text'),
      source: flag('source'),
      ...(externalId !== undefined && { externalId }),
    };
    if (nameOfLead({ ...lead, title: '' }) === '') throw new UsageError('argumentMissing', { argument: 'NAME' });
    return async ({ store, actor }) => {
      const request = { actor, kind: 'lead', subject: nameOfLead(lead) } as const;
      const { result } = await store.perform(request, (act) => takeInLead(act, lead));
      if (result.type === 'refused')
        throw new CommandError('refused', { code: 'REFUSED', data: `${result.field}: ${result.code}` });
      const kept = findLead(store.db, result.lead.id);
      const { type } = result;
      return {
        json: { outcome: type, lead: kept ?? null },
        lines: [{ key: `commandLine.lead.${type}`, values: { client: kept?.partyTitle ?? '', id: result.lead.id } }],
      };
    };
  },
};
