import { changesOf, findAct, lastActs } from '#core/history/queries.ts';
import type { FoundAct } from '#core/history/queries.ts';
import { refusedUndo } from '#core/history/undo-rights.ts';
import { assertNever, procedures } from '#core/procedure.ts';

const { history } = procedures;

/** As many names as fit a question; the count tells the rest. */
const namedRecords = 100;

export const historyHandlers = {
  ofParty: history.ofParty.handler(({ context, input }) => changesOf(context.core.store.db, input.id, input)),
  acts: history.acts.handler(({ context: { core, actor }, input }) => {
    const { db } = core.store;
    const { rows, total } = lastActs(db, input);
    const mayUndo = (act: FoundAct) => act.canUndo && refusedUndo(db, actor, { ...act, isGlance: true }) === null;
    return { rows: rows.map((act) => ({ ...act, canUndo: mayUndo(act) })), total };
  }),
  undo: history.undo.handler(async ({ context, input, errors }) => {
    const { id, keepEdited } = input;
    const { core, actor } = context;
    const records = findAct(core.store.db, id)?.records ?? 0;
    const outcome = await core.background.run('undo', actor, { actId: id, keepEdited }, records);
    switch (outcome.type) {
      case 'undone':
        return { actId: outcome.actId, undone: outcome.undone, kept: [...outcome.kept] };
      case 'notFound':
        throw errors.NOT_FOUND({ data: { id } });
      case 'alreadyUndone':
        throw errors.ALREADY_UNDONE();
      case 'editedSince':
        throw errors.EDITED_SINCE({ data: { count: outcome.records.length, records: outcome.records.slice(0, namedRecords) } });
      default:
        return assertNever(outcome);
    }
  }),
};
