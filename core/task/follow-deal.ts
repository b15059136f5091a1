import { dealRecord, findDeal } from '#core/deal/deal.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { notify } from '#core/notice/commands.ts';
import type { Act } from '#core/records/act.ts';
import { defineReaction } from '#core/records/reaction.ts';
import { changeRecord, decodeRow } from '#core/records/write.ts';
import { changeTask } from '#core/task/commands.ts';
import { noticeParams } from '#core/task/notice-params.ts';
import { taskRecord } from '#core/task/task.ts';
import type { TaskRow } from '#core/task/task.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';
import type { TaskInput } from '#shared/task/contract.ts';

interface DealChange {
  readonly before: DealRow;
  readonly after: DealRow;
}

const moments = ['visitAt', 'workAt'] as const;

/** Nobody goes to a client on a day that was put off: a visit that a rule made goes with the moment of its deal. */
defineReaction({
  recordTypes: ['deal'],
  react(act, changes) {
    for (const { before, after } of changes) if (before && after) followDeal(act, { before, after } as DealChange);
  },
});

/** Whoever moves such a visit, in the calendar say, has agreed another moment with the client: the deal has it too. */
defineReaction({
  recordTypes: ['task'],
  react(act, changes) {
    for (const { before, after } of changes) if (before && after) tellDeal(act, before as TaskRow, after as TaskRow);
  },
});

function tellDeal(act: Act, before: TaskRow, after: TaskRow) {
  const isVisit = after.type === 'visit' || after.type === 'meeting';
  if (!isVisit || after.madeBy === null || after.dealId === null || after.dueAt === null || before.dueAt === null) return;
  const delay = after.dueAt - before.dueAt;
  const deal = delay === 0 ? undefined : findDeal(act.tx, after.dealId);
  const moment = deal && moments.find((one) => deal[one] === before.dueAt);
  if (!moment) return;
  const setsOff = moment === 'visitAt' && deal.leaveAt !== null && after.leaveAt === before.leaveAt;
  const leaveAt = setsOff && deal.leaveAt !== null ? deal.leaveAt + delay : null;
  if (setsOff && after.leaveAt === deal.leaveAt) changeTask(act, after.id, { leaveAt });
  changeRecord(act, dealRecord, {
    id: deal.id,
    changes: { [moment]: after.dueAt, ...(setsOff && { leaveAt }), updatedAt: act.at },
  });
}

function followDeal(act: Act, change: DealChange) {
  const { before, after } = change;
  const fields = [...moments, 'leaveAt', 'siteAddress'] as const;
  if (fields.every((field) => before[field] === after[field])) return;
  for (const moment of moments) {
    if (before[moment] === null || after[moment] === null) continue;
    for (const task of visitsAt(act, after.id, before[moment])) moveVisit(act, task, changesOf(task, change, moment));
  }
}

function visitsAt(act: Act, dealId: string, dueAt: number): readonly TaskRow[] {
  return act.tx
    .read<[string, number], Record<string, unknown>>(
      `SELECT * FROM task WHERE deal_id = ? AND status = 'open' AND due_at = ? AND made_by IS NOT NULL AND type IN ('visit', 'meeting')`,
    )
    .all(dealId, dueAt)
    .map((values) => decodeRow(taskRecord, values));
}

function changesOf(task: TaskRow, { before, after }: DealChange, moment: (typeof moments)[number]): TaskInput {
  return {
    dueAt: after[moment],
    ...(moment === 'visitAt' && task.leaveAt === before.leaveAt && { leaveAt: after.leaveAt }),
    ...(task.location === before.siteAddress && { location: after.siteAddress }),
  };
}

function moveVisit(act: Act, before: TaskRow, changes: TaskInput) {
  const task = changeTask(act, before.id, changes);
  if (!task || task.updatedAt === before.updatedAt || task.assigneeId === act.actor.userId) return;
  notify(act, {
    id: deterministicId('taskMoved', task.id, task.dueAt ?? 0, task.leaveAt ?? 0, task.location),
    userId: task.assigneeId,
    kind: 'taskAssigned',
    params: noticeParams(act.tx, task, act.actor.name),
    record: { type: 'task', id: task.id },
  });
}
