import { linkRecord } from '#core/link/link.ts';
import { findLink, linksOf } from '#core/link/queries.ts';
import { findParty } from '#core/party/queries.ts';
import { procedures } from '#core/procedure.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord, purgeRecord } from '#core/records/write.ts';

const { link } = procedures;

export const linkHandlers = {
  ofParty: link.ofParty.handler(({ context, input }) => [...linksOf(context.core.store.db, input.id)]),
  create: link.create.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const contact = findParty(store.db, input.contactId);
    const company = findParty(store.db, input.companyId);
    if (contact?.type !== 'contact') throw errors.NOT_FOUND({ data: { id: input.contactId } });
    if (company?.type !== 'company') throw errors.NOT_FOUND({ data: { id: input.companyId } });
    const isThere = linksOf(store.db, contact.id).some((known) => known.companyId === company.id && known.role === input.role);
    if (isThere) throw errors.REFUSED({ data: { field: 'role', code: 'alreadyLinked', value: input.role } });
    const { result } = await store.perform({ actor: context.actor, kind: 'link', subject: contact.title }, (act) =>
      createRecord(act, linkRecord, { id: newId(), ...input, createdAt: act.at }),
    );
    return { ...result, contactTitle: contact.title, companyTitle: company.title };
  }),
  update: link.update.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const before = findLink(store.db, input.id);
    if (!before) throw errors.NOT_FOUND({ data: { id: input.id } });
    await store.perform({ actor: context.actor, kind: 'link', subject: before.contactTitle }, (act) =>
      changeRecord(act, linkRecord, { id: input.id, changes: { role: input.role } }),
    );
    return { ...before, role: input.role };
  }),
  delete: link.delete.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const before = findLink(store.db, input.id);
    if (!before) throw errors.NOT_FOUND({ data: { id: input.id } });
    const { actId } = await store.perform({ actor: context.actor, kind: 'link', subject: before.contactTitle }, (act) =>
      purgeRecord(act, linkRecord, input.id),
    );
    return { actId };
  }),
};
