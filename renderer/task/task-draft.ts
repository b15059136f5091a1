import type { PickedParty } from '#renderer/deal/PartyPicker.tsx';
import type { TaskStart } from '#renderer/task/open-task.ts';
import { readClock, readTypedDue, writeTypedDue } from '#renderer/task/typed-due.ts';
import type { TypedDue } from '#renderer/task/typed-due.ts';
import type { Task, TaskInput, TaskType } from '#shared/task/contract.ts';
import type { Repeat } from '#shared/time/repeat.ts';
import { momentOf, wallTimeAt } from '#shared/time/zone.ts';

/** A task being written, its times as typed. */
export interface TaskDraft extends TypedDue {
  readonly type: TaskType;
  readonly title: string;
  readonly text: string;
  /** Minutes. */
  readonly duration: number | null;
  readonly leave: string;
  readonly location: string;
  readonly remindMinutes: number | null;
  readonly repeat: Repeat | null;
  readonly assigneeId: string | null;
  readonly escalate: boolean;
  readonly party: PickedParty | null;
  readonly dealId: string | null;
  readonly leadId: string | null;
  readonly purpose: string;
}

export interface DraftOptions {
  readonly locale: string;
  readonly timeZone: string;
}

export type ReadTaskDraft =
  | { readonly type: 'read'; readonly input: TaskInput }
  | { readonly type: 'unreadable'; readonly part: 'title' | 'date' | 'time' | 'leave' | 'repeat' };

/** The draft of a new task. @param assigneeId who does it unless somebody else is named */
export function newDraft(start: TaskStart, assigneeId: string | null, options: DraftOptions): TaskDraft {
  const { partyId, partyTitle = '', dueAt = null, allDay = false } = start;
  return {
    ...writeTypedDue({ dueAt, allDay }, options),
    type: start.type ?? 'todo',
    title: start.title ?? '',
    text: start.text ?? '',
    duration: start.durationMinutes ?? null,
    leave: '',
    location: start.location ?? '',
    remindMinutes: start.remindMinutes === undefined ? 0 : start.remindMinutes,
    repeat: start.repeat ?? null,
    assigneeId: start.assigneeId ?? assigneeId,
    escalate: start.escalate ?? true,
    party: typeof partyId === 'string' ? { id: partyId, title: partyTitle } : null,
    dealId: start.dealId ?? null,
    leadId: start.leadId ?? null,
    purpose: start.purpose ?? '',
  };
}

/** The draft of a task that is there already. */
export function draftOfTask(task: Task, options: DraftOptions): TaskDraft {
  const zone = task.timeZone === '' ? options.timeZone : task.timeZone;
  return {
    ...newDraft(task, task.assigneeId, { ...options, timeZone: zone }),
    leave: task.leaveAt === null ? '' : wallTimeAt(task.leaveAt, zone).time,
  };
}

/** What a draft says, or what of it can't be read. */
export function readTaskDraft(draft: TaskDraft, options: DraftOptions & { readonly now: number }): ReadTaskDraft {
  const due = readTypedDue(draft, options);
  if (due.type === 'unreadable') return due;
  if (draft.title.trim() === '' && draft.type === 'todo') return { type: 'unreadable', part: 'title' };
  if (draft.repeat !== null && due.date === null) return { type: 'unreadable', part: 'repeat' };
  const leave = draft.leave.trim() === '' ? null : readClock(draft.leave);
  if (leave === null && draft.leave.trim() !== '') return { type: 'unreadable', part: 'leave' };
  return {
    type: 'read',
    input: {
      type: draft.type,
      title: draft.title.trim(),
      text: draft.text,
      purpose: draft.purpose,
      partyId: draft.party !== null && 'id' in draft.party ? draft.party.id : null,
      dealId: draft.dealId,
      leadId: draft.leadId,
      ...(draft.assigneeId === null ? {} : { assigneeId: draft.assigneeId }),
      dueAt: due.dueAt,
      allDay: due.allDay,
      durationMinutes: draft.duration,
      leaveAt: leave === null || due.date === null ? null : momentOf({ date: due.date, time: leave }, options.timeZone),
      location: draft.location.trim(),
      remindMinutes: due.dueAt === null || due.allDay ? null : draft.remindMinutes,
      repeat: draft.repeat,
      escalate: draft.escalate,
    },
  };
}
