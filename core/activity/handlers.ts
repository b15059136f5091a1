import { activityRecord } from '#core/activity/activity.ts';
import { createActivity } from '#core/activity/commands.ts';
import { activitiesOf, findActivity } from '#core/activity/queries.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { partyTitle } from '#core/party/party-title.ts';
import { findParty } from '#core/party/queries.ts';
import { procedures } from '#core/procedure.ts';
import { changeRecord, purgeRecord } from '#core/records/write.ts';

const { activity } = procedures;

export const activityHandlers = {
  ofParty: activity.ofParty.handler(({ context, input }) => activitiesOf(context.core.store.db, input)),
  create: activity.create.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const party = findParty(store.db, input.partyId);
    if (!party) throw errors.NOT_FOUND({ data: { id: input.partyId } });
    if (!isDeal(store.db, input.dealId)) throw errors.NOT_FOUND({ data: { id: input.dealId ?? '' } });
    const { result } = await store.perform({ actor: context.actor, kind: 'activity', subject: party.title }, (act) =>
      createActivity(act, input),
    );
    return { ...result, authorName: context.actor.name };
  }),
  update: activity.update.handler(async ({ context, input: { id, ...changes }, errors }) => {
    const { store } = context.core;
    const before = findActivity(store.db, id);
    if (!before) throw errors.NOT_FOUND({ data: { id } });
    if (!isDeal(store.db, changes.dealId)) throw errors.NOT_FOUND({ data: { id: changes.dealId ?? '' } });
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const subject = partyTitle(store.db, before.partyId);
    await store.perform({ actor: context.actor, kind: 'activity', subject }, (act) =>
      changeRecord(act, activityRecord, { id, changes: given }),
    );
    // Read anew, as whoever changed it sees it.
    return findActivity(store.db, id) ?? before;
  }),
  delete: activity.delete.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const before = findActivity(store.db, input.id);
    if (!before) throw errors.NOT_FOUND({ data: { id: input.id } });
    const subject = partyTitle(store.db, before.partyId);
    const { actId } = await store.perform({ actor: context.actor, kind: 'activity', subject }, (act) =>
      purgeRecord(act, activityRecord, input.id),
    );
    return { actId };
  }),
};

/** Whether it is a deal, or none is named. */
function isDeal(db: ReadDb, id: string | null | undefined): boolean {
  return id === null || id === undefined || db.read<[string], unknown>('SELECT 1 FROM deal WHERE id = ?').get(id) !== undefined;
}
