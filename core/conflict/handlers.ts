import { editConflict } from '#core/conflict/edit-conflict.ts';
import { countOpenConflicts, listConflicts } from '#core/conflict/list-conflicts.ts';
import { resolveConflicts } from '#core/conflict/resolve-conflicts.ts';
import { assertNever, procedures } from '#core/procedure.ts';

const { conflict } = procedures;

export const conflictHandlers = {
  list: conflict.list.handler(({ context, input }) => listConflicts(context.core.store.db, input)),
  count: conflict.count.handler(({ context }) => ({ open: countOpenConflicts(context.core.store.db) })),
  resolve: conflict.resolve.handler(async ({ context: { core, actor }, input }) => {
    const { actId, result } = await core.store.perform({ actor, kind: 'conflict', subject: '' }, (act) =>
      resolveConflicts(act, input),
    );
    return { ...result, actId };
  }),
  edit: conflict.edit.handler(async ({ context: { core, actor }, input: { id, value }, errors }) => {
    const { actId, result } = await core.store.perform({ actor, kind: 'conflict', subject: '' }, (act) =>
      editConflict(act, { id, value }),
    );
    switch (result.type) {
      case 'edited':
        return { actId };
      case 'notFound':
        throw errors.NOT_FOUND({ data: { id } });
      case 'refused':
        throw errors.REFUSED({ data: { field: 'value', code: result.code } });
      default:
        return assertNever(result);
    }
  }),
};
