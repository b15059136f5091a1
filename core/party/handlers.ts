import { changeParty, deleteParty, purgeParty, restoreParty } from '#core/party/commands.ts';
import { findSimilar, savedIdentities } from '#core/party/duplicates.ts';
import { emailKeyOf, searchDigitsOf } from '#core/party/party-index.ts';
import { findParty, partyRowOf, wordsInUse } from '#core/party/queries.ts';
import { applyChange } from '#core/party/rules.ts';
import { procedures } from '#core/procedure.ts';
import type { CallContext } from '#core/procedure.ts';
import type { Act, ActKind } from '#core/records/act.ts';
import { countryOf } from '#core/records/store.ts';
import { onlyDigits } from '#shared/phone/clean-phone.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';

const { party } = procedures;

export const partyHandlers = {
  list: party.list.handler(async ({ context, input }) => {
    const { rows, total } = await context.core.lists.page(input);
    return { rows: [...rows], total };
  }),
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
    const { type, name, taxId } = input;
    return findSimilar({ type, name, taxId, phones, emails, companies: [] }, savedIdentities(db))
      .filter(({ known }) => known.id !== input.exceptId)
      .slice(0, 5)
      .flatMap(({ known, by, value }) => {
        const row = partyRowOf(db, known.id);
        if (!row) return [];
        const shown = by === 'phone' ? row.phones.find((phone) => onlyDigits(phone) === value) : undefined;
        return [{ party: row, reasons: [{ by, value: shown ?? value }] }];
      });
  }),
  words: party.words.handler(({ context }) => wordsInUse(context.core.store.db)),
  changeMany: party.changeMany.handler(({ context, input }) =>
    forEach(context, { kind: 'changeMany', ids: input.ids }, (act, id) => {
      const found = findParty(act.tx, id);
      const outcome = found && changeParty(act, id, applyChange(found, input.change));
      return outcome?.type === 'changed';
    }),
  ),
  deleteMany: party.deleteMany.handler(({ context, input }) =>
    forEach(context, { kind: 'delete', ids: input.ids }, (act, id) => deleteParty(act, id) !== undefined),
  ),
  restoreMany: party.restoreMany.handler(({ context, input }) =>
    forEach(context, { kind: 'restore', ids: input.ids }, (act, id) => restoreParty(act, id) !== undefined),
  ),
  purgeMany: party.purgeMany.handler(({ context, input }) =>
    forEach(context, { kind: 'purge', ids: input.ids }, (act, id) => purgeParty(act, id) !== undefined),
  ),
};

interface Many {
  readonly kind: ActKind;
  readonly ids: readonly string[];
}

/** Does the same to many as one act; those it can't be done to are passed over. */
async function forEach({ core, actor }: CallContext, { kind, ids }: Many, change: (act: Act, id: string) => boolean) {
  const subject = ids.length === 1 ? (findParty(core.store.db, ids[0] ?? '')?.title ?? '') : '';
  const { actId, result } = await core.store.perform(
    { actor, kind, subject },
    (act) => ids.filter((id) => change(act, id)).length,
  );
  return { actId, changed: result };
}
