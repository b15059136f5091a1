import {
  changeDeal,
  deleteDeal,
  findDealInUse,
  loseDeal,
  moveDeal,
  reopenDeal,
  restoreDeal,
  winDeal,
} from '#core/deal/commands.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { createDeal } from '#core/deal/create-deal.ts';
import { readDealCard } from '#core/deal/deal-card.ts';
import { findDeal } from '#core/deal/deal.ts';
import { dealReadHandlers } from '#core/deal/read-handlers.ts';
import { todayOf } from '#core/deal/deal-rows.ts';
import { setDealContacts } from '#core/deal/set-contacts.ts';
import { linesOf } from '#core/deal/deal-line.ts';
import { makeLines, saveLines, withoutPrices } from '#core/deal/set-lines.ts';
import { withClientSeen } from '#core/party/client-seen.ts';
import { partyTitle } from '#core/party/party-title.ts';
import { findPerson } from '#core/people/queries.ts';
import { isAllowed } from '#core/people/allow.ts';
import { findStage } from '#core/pipeline/queries.ts';
import { assertNever, procedures } from '#core/procedure.ts';
import type { CallContext } from '#core/procedure.ts';
import type { Act } from '#core/records/act.ts';
import type { ActDone } from '#core/records/store.ts';
import type { Deal } from '#shared/deal/contract.ts';

const { deal } = procedures;

export const dealHandlers = {
  ...dealReadHandlers,
  create: deal.create.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const subject = input.title || partyTitle(store.db, input.partyId);
    const { result } = await store.perform({ actor: context.actor, kind: 'deal', subject }, (act) => {
      const created = createDeal(act, input);
      return created.type === 'created'
        ? { type: created.type, made: cardForNobodyElse(context, act.tx, created.deal.id) }
        : created;
    });
    switch (result.type) {
      case 'created':
        return cardOf(context, result.made.id, result.made.card);
      case 'notFound':
        throw errors.NOT_FOUND({ data: { id: result.id } });
      case 'fieldsMissing':
        throw errors.FIELDS_MISSING({ data: { stageId: result.stageId, fields: [...result.fields] } });
      case 'refused':
        throw errors.REFUSED({ data: result });
      default:
        return assertNever(result);
    }
  }),
  update: deal.update.handler(async ({ context, input: { id, ...changes }, errors }) => {
    const { result, before } = await perform(context, id, (act) => changeDeal(act, id, changes));
    if (result.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (result.type === 'refused') throw errors.REFUSED({ data: result });
    return cardOf(context, id, before);
  }),
  move: deal.move.handler(async ({ context, input: { id, stageId }, errors }) => {
    const { actId, result, before } = await perform(context, id, (act) => moveDeal(act, id, stageId));
    switch (result.type) {
      case 'changed':
        return { ...cardOf(context, id, before), actId };
      case 'notFound':
        throw errors.NOT_FOUND({ data: { id } });
      case 'closed':
        throw errors.DEAL_CLOSED({ data: { id } });
      case 'fieldsMissing':
        throw errors.FIELDS_MISSING({ data: { stageId, fields: [...result.fields] } });
      case 'refused':
        throw errors.REFUSED({ data: result });
      default:
        return assertNever(result);
    }
  }),
  win: deal.win.handler(async ({ context, input: { id }, errors }) => {
    const { actId, result, before } = await perform(context, id, (act) => winDeal(act, id));
    if (result.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (result.type === 'closed') throw errors.DEAL_CLOSED({ data: { id } });
    return { ...cardOf(context, id, before), actId };
  }),
  lose: deal.lose.handler(async ({ context, input: { id, ...why }, errors }) => {
    const { actId, result, before } = await perform(context, id, (act) => loseDeal(act, id, why));
    if (result.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (result.type === 'closed') throw errors.DEAL_CLOSED({ data: { id } });
    if (result.type === 'refused') throw errors.REFUSED({ data: result });
    return { ...cardOf(context, id, before), actId };
  }),
  reopen: deal.reopen.handler(async ({ context, input: { id, stageId }, errors }) => {
    const { actId, result, before } = await perform(context, id, (act) => reopenDeal(act, id, stageId));
    if (result.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (result.type === 'refused') throw errors.REFUSED({ data: result });
    return { ...cardOf(context, id, before), actId };
  }),
  setLines: deal.setLines.handler(async ({ context, input: { id, lines }, errors }) => {
    const { result, before } = await perform(context, id, (act) => {
      const found = findDealInUse(act, id);
      if (!found) return { type: 'notFound' } as const;
      const hasSay = context.actor.limits?.rights.fields.dealMoney === undefined;
      const made = makeLines(act.tx, found, hasSay ? lines : withoutPrices(lines, linesOf(act.tx, id)));
      if (made.type === 'made') saveLines(act, id, made.lines);
      return made;
    });
    if (result.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (result.type === 'refused') throw errors.REFUSED({ data: { field: 'lines', code: result.code, value: result.value } });
    return cardOf(context, id, before);
  }),
  setContacts: deal.setContacts.handler(async ({ context, input: { id, contacts }, errors }) => {
    const { result, before } = await perform(context, id, (act) =>
      findDealInUse(act, id) ? setDealContacts(act, id, contacts) : ({ type: 'notFound' } as const),
    );
    if (result?.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (result?.type === 'refused') throw errors.REFUSED({ data: result });
    return cardOf(context, id, before);
  }),
  changeMany: deal.changeMany.handler(({ context: { core, actor }, input: { ids, change }, errors }) => {
    const { db } = core.store;
    const isRemoval = change.type === 'delete' || change.type === 'restore';
    if (isRemoval && !isAllowed(actor, 'deal.delete')) throw errors.FORBIDDEN({ data: { permission: 'deal.delete' } });
    if (change.type === 'move' && !findStage(db, change.stageId))
      throw errors.REFUSED({ data: { field: 'change.stageId', code: 'unknownStage', value: change.stageId } });
    if (change.type === 'setOwner' && change.ownerId !== null && !findPerson(db, change.ownerId))
      throw errors.REFUSED({ data: { field: 'change.ownerId', code: 'unknownPerson', value: change.ownerId } });
    return core.background.run('changeManyDeals', actor, { ids, change }, ids.length);
  }),
  delete: deal.delete.handler(async ({ context, input: { id }, errors }) => {
    const { actId, result } = await perform(context, id, (act) => deleteDeal(act, id));
    if (!result) throw errors.NOT_FOUND({ data: { id } });
    return { actId };
  }),
  restore: deal.restore.handler(async ({ context, input: { id }, errors }) => {
    const { actId, result } = await perform(context, id, (act) => restoreDeal(act, id));
    if (!result) throw errors.NOT_FOUND({ data: { id } });
    return { actId };
  }),
};

/** One act upon a deal. */
async function perform<Result>(context: CallContext, id: string, work: (act: Act) => Result): Promise<ActDone<Result> & Before> {
  const { core, actor } = context;
  const subject = findDeal(core.store.db, id)?.title ?? '';
  const { card: before } = cardForNobodyElse(context, core.store.db, id);
  return { ...(await core.store.perform({ actor, kind: 'deal', subject }, work)), before };
}

interface Before {
  /** As it was, for somebody who doesn't see everything. */
  readonly before: Deal | undefined;
}

/** A card that is kept at hand for somebody who may not see the deal any more once it is written. */
function cardForNobodyElse(
  { core: { store } }: CallContext,
  db: ReadDb,
  id: string,
): { readonly id: string; readonly card: Deal | undefined } {
  const card = store.db.isNarrowed ? readDealCard(db, id, todayOf(store.db, store.now())) : undefined;
  return { id, card: card && withClientSeen(store.db, { ...card, phone: '' }) };
}

/** A deal just written; whoever gave it away gets it as it was. */
function cardOf({ core: { store } }: CallContext, id: string, before: Deal | undefined): Deal {
  const card = readDealCard(store.db, id, todayOf(store.db, store.now())) ?? before;
  if (!card) throw new Error(`deal ${id} went away`);
  return card;
}
