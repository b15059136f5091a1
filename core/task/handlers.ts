import type { Core } from '#core/core.ts';
import { compileWhere, refusalOf } from '#core/filter/compile-where.ts';
import { withClientSeen } from '#core/party/client-seen.ts';
import { assertNever, procedures } from '#core/procedure.ts';
import { purgeWithChildren } from '#core/records/purge-with-children.ts';
import { calendarHandlers } from '#core/task/calendar-handlers.ts';
import { cancelTask, closeTask, reopenTask } from '#core/task/close-task.ts';
import { changeTask, createTask } from '#core/task/commands.ts';
import { findTask, listTasks } from '#core/task/queries.ts';
import { refuseTask } from '#core/task/rules.ts';
import { taskRecord } from '#core/task/task.ts';
import type { Actor } from '#shared/people/permission.ts';
import type { Task } from '#shared/task/contract.ts';

const { task } = procedures;

export const taskHandlers = {
  ...calendarHandlers,
  list: task.list.handler(({ context: { core, actor }, input: { filter, ...page }, errors }) => {
    const { where, ...given } = filter;
    const compiled = where && compileWhere(where, { store: core.store, actor, entity: 'task' });
    if (compiled?.type === 'refused') throw errors.REFUSED({ data: refusalOf(compiled.problems) });
    return listTasks(core.store.db, { ...page, filter: given, where: compiled, actor, now: core.clock.now() });
  }),
  get: task.get.handler(({ context: { core, actor }, input: { id }, errors }) => {
    const found = findTask(core.store.db, id, actor);
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    return found;
  }),
  create: task.create.handler(async ({ context: { core, actor }, input, errors }) => {
    const refusal = refuseTask(core.store.db, input);
    if (refusal) throw errors.REFUSED({ data: refusal });
    const request = { actor, kind: 'task', subject: input.title ?? '' } as const;
    const { result, made } = (
      await core.store.perform(request, (act) => {
        const created = createTask(act, input);
        const made = findTask(act.tx, created.id, actor);
        return { result: created, made: made && withClientSeen(core.store.db, { ...made, phone: '' }) };
      })
    ).result;
    return readTask(core, result.id, actor, made);
  }),
  update: task.update.handler(async ({ context: { core, actor }, input: { id, ...changes }, errors }) => {
    const before = findTask(core.store.db, id, actor);
    if (!before) throw errors.NOT_FOUND({ data: { id } });
    const refusal = refuseTask(core.store.db, changes, before);
    if (refusal) throw errors.REFUSED({ data: refusal });
    const request = { actor, kind: 'task', subject: before.title } as const;
    const { actId } = await core.store.perform(request, (act) => changeTask(act, id, changes));
    return { ...readTask(core, id, actor, before), actId };
  }),
  done: task.done.handler(async ({ context: { core, actor }, input: { id, ...closing }, errors }) => {
    const before = findTask(core.store.db, id, actor);
    if (!before) throw errors.NOT_FOUND({ data: { id } });
    const refusal = closing.next && refuseTask(core.store.db, closing.next);
    if (refusal) throw errors.REFUSED({ data: { ...refusal, field: `next.${refusal.field}` } });
    const request = { actor, kind: 'task', subject: before.title } as const;
    const { actId, result } = await core.store.perform(request, (act) => closeTask(act, id, closing));
    switch (result.type) {
      case 'closed': {
        const { nextId, activityId } = result;
        return { task: readTask(core, id, actor, before), nextId, activityId, actId };
      }
      case 'notFound':
        throw errors.NOT_FOUND({ data: { id } });
      case 'refused':
        throw errors.REFUSED({ data: { field: result.field, code: result.code } });
      case 'notOpen':
        throw errors.TASK_NOT_OPEN({ data: { id } });
      case 'fieldsMissing':
        throw errors.FIELDS_MISSING({ data: { stageId: null, fields: [...result.fields] } });
      default:
        return assertNever(result);
    }
  }),
  cancel: task.cancel.handler(async ({ context: { core, actor }, input: { id, reason }, errors }) => {
    const before = findTask(core.store.db, id, actor);
    if (!before) throw errors.NOT_FOUND({ data: { id } });
    const request = { actor, kind: 'task', subject: before.title } as const;
    const { actId, result } = await core.store.perform(request, (act) => cancelTask(act, id, reason));
    if (result !== 'cancelled') throw errors.TASK_NOT_OPEN({ data: { id } });
    return { ...readTask(core, id, actor, before), actId };
  }),
  reopen: task.reopen.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const before = findTask(core.store.db, id, actor);
    if (!before) throw errors.NOT_FOUND({ data: { id } });
    const request = { actor, kind: 'task', subject: before.title } as const;
    const { actId } = await core.store.perform(request, (act) => reopenTask(act, id));
    return { ...readTask(core, id, actor, before), actId };
  }),
  delete: task.delete.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const before = findTask(core.store.db, id, actor);
    if (!before) throw errors.NOT_FOUND({ data: { id } });
    const request = { actor, kind: 'task', subject: before.title } as const;
    const { actId } = await core.store.perform(request, (act) => purgeWithChildren(act, taskRecord, id));
    return { actId };
  }),
};

/** A task just written; whoever gave it away may not see it any more, and gets it as it was. */
function readTask({ store }: Core, id: string, actor: Actor, before?: Task): Task {
  const found = findTask(store.db, id, actor) ?? before;
  if (!found) throw new Error(`no task ${id}`);
  return found;
}
