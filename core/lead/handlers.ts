import { changeLead, takeInLead } from '#core/lead/commands.ts';
import { nameOfLead } from '#core/lead/lead.ts';
import { findLead, listLeads } from '#core/lead/queries.ts';
import { procedures } from '#core/procedure.ts';
import { countryOf } from '#core/records/country.ts';
import type { Core } from '#core/core.ts';
import type { Lead } from '#shared/lead/contract.ts';

const { lead } = procedures;

export const leadHandlers = {
  list: lead.list.handler(({ context: { core }, input }) => listLeads(core.store.db, input, countryOf(core.store.db))),
  get: lead.get.handler(({ context: { core }, input: { id }, errors }) => {
    const found = findLead(core.store.db, id);
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    return found;
  }),
  create: lead.create.handler(async ({ context: { core, actor }, input, errors }) => {
    const subject = nameOfLead(input);
    const { result } = await core.store.perform({ actor, kind: 'lead', subject }, (act) => takeInLead(act, input));
    if (result.type === 'refused') throw errors.REFUSED({ data: { field: result.field, code: result.code } });
    return readLead(core, result.lead.id);
  }),
  update: lead.update.handler(async ({ context: { core, actor }, input: { id, ...changes }, errors }) => {
    const subject = subjectOf(core, id);
    const { result } = await core.store.perform({ actor, kind: 'lead', subject }, (act) => changeLead(act, id, changes));
    if (result.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (result.type === 'refused') throw errors.REFUSED({ data: { field: result.field, code: result.code } });
    return readLead(core, id);
  }),
};

function readLead(core: Core, id: string): Lead {
  const found = findLead(core.store.db, id);
  if (!found) throw new Error(`no request ${id}`);
  return found;
}

function subjectOf({ store }: Core, id: string): string {
  const found = findLead(store.db, id);
  return found ? nameOfLead(found) : '';
}
