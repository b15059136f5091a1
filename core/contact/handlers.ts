import { onePartyActions, unknownOwner } from '#core/party/one-party-handlers.ts';
import type { Party } from '#core/party/party.ts';
import { procedures } from '#core/procedure.ts';
import { contactSchema } from '#shared/contact/fields.ts';
import type { Contact } from '#shared/contact/fields.ts';

const contact = procedures.contact;
const actions = onePartyActions('contact');

export const contactHandlers = {
  get: contact.get.handler(({ context, input, errors }) => {
    const party = actions.find(context, input.id);
    if (!party) throw errors.NOT_FOUND({ data: { id: input.id } });
    return toContact(party);
  }),
  create: contact.create.handler(async ({ context, input, errors }) => {
    const outcome = await actions.create(context, input);
    if (outcome.type === 'unknownOwner') throw errors.REFUSED({ data: unknownOwner });
    if (outcome.type !== 'saved') throw errors.REFUSED({ data: { field: 'name', code: 'nameless' } });
    return toContact(outcome.party);
  }),
  update: contact.update.handler(async ({ context, input: { id, ...changes }, errors }) => {
    const outcome = await actions.update(context, id, changes);
    if (outcome.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (outcome.type === 'unknownOwner') throw errors.REFUSED({ data: unknownOwner });
    if (outcome.type === 'nameless') throw errors.REFUSED({ data: { field: 'name', code: 'nameless' } });
    return toContact(outcome.party);
  }),
  delete: contact.delete.handler(async ({ context, input, errors }) => {
    const done = await actions.delete(context, input.id);
    if (!done) throw errors.NOT_FOUND({ data: { id: input.id } });
    return { actId: done.actId };
  }),
};

/** Leaves out what only the other type of party has. */
function toContact(party: Party): Contact {
  return contactSchema.parse({ ...party, isKey: party.isKey === 1 });
}
