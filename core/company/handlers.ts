import { onePartyActions, unknownOwner } from '#core/party/one-party-handlers.ts';
import type { Party } from '#core/party/party.ts';
import { procedures } from '#core/procedure.ts';
import { companySchema } from '#shared/company/fields.ts';
import type { Company } from '#shared/company/fields.ts';

const company = procedures.company;
const actions = onePartyActions('company');

export const companyHandlers = {
  get: company.get.handler(({ context, input, errors }) => {
    const party = actions.find(context, input.id);
    if (!party) throw errors.NOT_FOUND({ data: { id: input.id } });
    return toCompany(party);
  }),
  create: company.create.handler(async ({ context, input, errors }) => {
    const outcome = await actions.create(context, input);
    if (outcome.type === 'unknownOwner') throw errors.REFUSED({ data: unknownOwner });
    if (outcome.type !== 'saved') throw errors.REFUSED({ data: { field: 'name', code: 'nameless' } });
    return toCompany(outcome.party);
  }),
  update: company.update.handler(async ({ context, input: { id, ...changes }, errors }) => {
    const outcome = await actions.update(context, id, changes);
    if (outcome.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (outcome.type === 'unknownOwner') throw errors.REFUSED({ data: unknownOwner });
    if (outcome.type === 'nameless') throw errors.REFUSED({ data: { field: 'name', code: 'nameless' } });
    return toCompany(outcome.party);
  }),
  delete: company.delete.handler(async ({ context, input, errors }) => {
    const done = await actions.delete(context, input.id);
    if (!done) throw errors.NOT_FOUND({ data: { id: input.id } });
    return { actId: done.actId };
  }),
};

/** Leaves out what only the other type of party has. */
function toCompany(party: Party): Company {
  return companySchema.parse({ ...party, isKey: party.isKey === 1 });
}
