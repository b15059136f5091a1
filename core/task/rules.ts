import type { ReadDb } from '#core/database/connection.ts';
import type { TaskInput } from '#shared/task/contract.ts';
import { isTimeZone } from '#shared/time/zone.ts';

export interface Refusal {
  readonly field: string;
  readonly code: string;
}

/** Why a task can't be kept so, if it can't; what it refers to already may have gone since. */
export function refuseTask(db: ReadDb, input: TaskInput, before?: TaskInput): Refusal | undefined {
  const changed = Object.entries(input).filter(([field, value]) => value !== before?.[field as keyof TaskInput]);
  const { partyId, dealId, leadId, assigneeId, timeZone } = Object.fromEntries(changed) as TaskInput;
  const { repeat, dueAt } = { ...before, ...input };
  if (assigneeId && !isThere(db, 'user', assigneeId)) return { field: 'assigneeId', code: 'unknownPerson' };
  if (partyId && !isThere(db, 'party', partyId)) return { field: 'partyId', code: 'unknownParty' };
  if (dealId && !isThere(db, 'deal', dealId)) return { field: 'dealId', code: 'unknownDeal' };
  if (leadId && !isThere(db, 'lead', leadId)) return { field: 'leadId', code: 'unknownLead' };
  if (timeZone && !isTimeZone(timeZone)) return { field: 'timeZone', code: 'unknownTimeZone' };
  if (repeat && (dueAt === null || dueAt === undefined)) return { field: 'dueAt', code: 'missing' };
  return undefined;
}

const inUse = { user: 'archived_at IS NULL', party: 'deleted_at IS NULL', deal: 'deleted_at IS NULL', lead: 'true' } as const;

function isThere(db: ReadDb, table: keyof typeof inUse, id: string): boolean {
  return db.readColumn<[string], number>(`SELECT 1 FROM ${table} WHERE id = ? AND ${inUse[table]}`).get(id) !== undefined;
}
