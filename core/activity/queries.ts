import type { ReadDb } from '#core/database/connection.ts';
import { query } from '#core/database/query.ts';
import type { Activity, ActivityType } from '#shared/activity/contract.ts';

interface ActivitiesRequest {
  readonly id: string;
  readonly type?: ActivityType | undefined;
  readonly dealId?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** What was done with a party, newest first. */
export function activitiesOf(
  db: ReadDb,
  { id, type, dealId, offset, limit }: ActivitiesRequest,
): { rows: Activity[]; total: number } {
  let wanted = activities().where('activity.party_id', '=', id);
  let counted = query.selectFrom('activity').where('party_id', '=', id);
  if (type) {
    wanted = wanted.where('activity.type', '=', type);
    counted = counted.where('type', '=', type);
  }
  if (dealId) {
    wanted = wanted.where('activity.deal_id', '=', dealId);
    counted = counted.where('deal_id', '=', dealId);
  }
  const rows = db.all(wanted.orderBy('activity.happened_at', 'desc').orderBy('activity.id', 'desc').limit(limit).offset(offset));
  const total = db.first(counted.select((is) => is.fn.countAll<number>().as('count')));
  return { rows: rows as Activity[], total: total?.count ?? 0 };
}

export function findActivity(db: ReadDb, id: string): Activity | undefined {
  return db.first(activities().where('activity.id', '=', id)) as Activity | undefined;
}

function activities() {
  return query
    .selectFrom('activity')
    .innerJoin('user', 'user.id', 'activity.author_id')
    .select([
      'activity.id as id',
      'activity.party_id as partyId',
      'activity.type as type',
      'activity.text as text',
      'activity.happened_at as happenedAt',
      'activity.direction as direction',
      'activity.outcome as outcome',
      'activity.duration as duration',
      'activity.deal_id as dealId',
      'activity.task_id as taskId',
      'activity.phone as phone',
      'activity.author_id as authorId',
      'user.name as authorName',
      'activity.created_at as createdAt',
    ]);
}
