import { noteExport } from '#core/audit/note-export.ts';
import { findPerson } from '#core/people/queries.ts';
import { procedures } from '#core/procedure.ts';
import type { CallContext } from '#core/procedure.ts';
import { isAllowed } from '#core/people/allow.ts';
import { calendarFileOf, calendarOf, calendarTokenOf } from '#core/calendar/subscription.ts';
import { readCalendar } from '#core/task/calendar.ts';
import { readDay } from '#core/task/day.ts';
import { readWorkload } from '#core/task/workload.ts';

const { task } = procedures;
const othersTasks = { data: { permission: 'task.seeAll' } } as const;

export const calendarHandlers = {
  day: task.day.handler(({ context, input: { userId = context.actor.userId, day }, errors }) => {
    if (!maySee(context, userId)) throw errors.FORBIDDEN(othersTasks);
    const { store, clock } = context.core;
    return readDay(store.db, { userId, now: clock.now(), day });
  }),
  calendar: task.calendar.handler(({ context, input: { from, to, userIds = [context.actor.userId] }, errors }) => {
    if (!userIds.every((userId) => maySee(context, userId))) throw errors.FORBIDDEN(othersTasks);
    return { rows: readCalendar(context.core.store.db, { userIds, from, to }) };
  }),
  workload: task.workload.handler(({ context: { core }, input }) => ({
    people: readWorkload(core.store.db, { ...input, now: core.clock.now() }),
  })),
  exportCalendar: task.exportCalendar.handler(async ({ context, input: { userId = context.actor.userId }, errors }) => {
    if (!maySee(context, userId)) throw errors.FORBIDDEN(othersTasks);
    const { store, clock } = context.core;
    await noteExport(store, { actor: context.actor, of: 'calendar', subject: findPerson(store.db, userId)?.name ?? '' });
    return new File([calendarOf(store.db, userId, clock.now())], 'cartera.ics', { type: 'text/calendar' });
  }),
  subscription: task.subscription.handler(async ({ context: { core, actor, apiAddress } }) => {
    const token = await calendarTokenOf(core.store, actor);
    const address = apiAddress && new URL(`/calendar/${token}.ics`, apiAddress).href;
    return { address, file: calendarFileOf(core, actor.userId) };
  }),
};

function maySee({ actor }: CallContext, userId: string): boolean {
  return userId === actor.userId || isAllowed(actor, 'task.seeAll');
}
