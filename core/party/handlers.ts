import { compileWhere, refusalOf } from '#core/filter/compile-where.ts';
import type { ManyRequest } from '#core/party/change-many.ts';
import { exportHandler } from '#core/party/export-handler.ts';
import { findSimilar, savedIdentities } from '#core/party/duplicates.ts';
import { emailKeyOf, searchDigitsOf, taxIdKeyOf } from '#core/party/party-index.ts';
import { nameKeyOf } from '#core/party/party-name.ts';
import { findParty, partyRowOf } from '#core/party/queries.ts';
import { procedures } from '#core/procedure.ts';
import type { CallContext } from '#core/procedure.ts';
import { countryOf } from '#core/records/country.ts';
import { onlyDigits } from '#shared/phone/clean-phone.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';

const { party } = procedures;

export const partyHandlers = {
  list: party.list.handler(async ({ context, input: { where, ...page }, errors }) => {
    const { actor, core } = context;
    const compiled = where && compileWhere(where, { store: core.store, actor, entity: 'party' });
    if (compiled?.type === 'refused') throw errors.REFUSED({ data: refusalOf(compiled.problems) });
    const { rows, total } = await core.lists.page({ ...page, where: compiled });
    return { rows: [...rows], total };
  }),
  exportList: exportHandler,
  get: party.get.handler(({ context, input, errors }) => {
    const found = findParty(context.core.store.db, input.id);
    if (!found) throw errors.NOT_FOUND({ data: { id: input.id } });
    return { id: found.id, type: found.type, title: found.title };
  }),
  findDuplicates: party.findDuplicates.handler(({ context, input }) => {
    const { db } = context.core.store;
    const country = countryOf(db);
    const phones = input.phones.map((raw) => searchDigitsOf({ raw, e164: normalisePhone(raw, country).e164 })).filter(Boolean);
    const emails = input.emails.map(emailKeyOf).filter(Boolean);
    const { type, name } = input;
    const taxId = taxIdKeyOf(input.taxId);
    const nameKey = name === '' ? '' : nameKeyOf(type, name);
    return findSimilar({ type, name, nameKey, taxId, phones, emails, companies: [] }, savedIdentities(db))
      .filter(({ known }) => known.id !== input.exceptId)
      .slice(0, 5)
      .flatMap(({ known, by, value }) => {
        const row = partyRowOf(db, known.id);
        if (!row) return [];
        const shown = by === 'phone' ? row.phones.find((phone) => onlyDigits(phone) === value) : undefined;
        return [{ party: row, reasons: [{ by, value: shown ?? value }] }];
      });
  }),
  words: party.words.handler(({ context }) => context.core.lists.words()),
  changeMany: party.changeMany.handler(({ context, input }) => runMany(context, input)),
  deleteMany: party.deleteMany.handler(({ context, input: { ids } }) => runMany(context, { ids, change: { type: 'delete' } })),
  restoreMany: party.restoreMany.handler(({ context, input: { ids } }) => runMany(context, { ids, change: { type: 'restore' } })),
  purgeMany: party.purgeMany.handler(({ context, input: { ids } }) => runMany(context, { ids, change: { type: 'purge' } })),
};

function runMany({ core, actor }: CallContext, request: ManyRequest) {
  return core.background.run('changeMany', actor, request, request.ids.length);
}
