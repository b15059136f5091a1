import { basename, resolve } from 'node:path';
import type { Command } from '#core/host/command-line/command.ts';
import { onlyArgument, textFlag } from '#core/host/command-line/typed-values.ts';
import { importLeads } from '#core/lead/import-leads.ts';

export const leadsCommand: Command = {
  name: 'leads',
  usage: 'leads FILE [--source S]',
  about: 'commandLine.about.leads',
  options: { source: { type: 'string' } },
  permission: 'lead.create',
  read(typed) {
    const path = resolve(onlyArgument(typed, 'FILE'));
    const source = textFlag(typed, 'source');
    return async ({ store, files, actor }) => {
      const { created, known, problems } = await importLeads({ store, files }, { path, name: basename(path), actor, source });
      const values = { created, known, problems: problems.length };
      const rows = problems.map(({ row }) => row).join(', ');
      return {
        json: { created, known, problems },
        lines: [
          { key: 'commandLine.leads.done', values },
          ...(problems.length === 0 ? [] : [{ key: 'commandLine.leads.left', values: { rows } } as const]),
        ],
      };
    };
  },
};
