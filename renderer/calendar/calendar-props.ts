import type { Step } from '#renderer/calendar/dropped.ts';
import type { CalendarTask } from '#renderer/calendar/place-tasks.ts';
import type { TaskInput } from '#shared/task/contract.ts';

/** What each way of showing the calendar is given. */
export interface CalendarProps {
  /** ISO dates. */
  readonly days: readonly string[];
  /** The day it is about. */
  readonly day: string;
  readonly byDay: ReadonlyMap<string, readonly CalendarTask[]>;
  /** Whose tasks are shown. */
  readonly people: readonly string[];
  readonly canEdit: boolean;
  readonly change: (task: CalendarTask, changes: TaskInput) => void;
  /** Moves a task from the keyboard. */
  readonly step: (id: string, by: Step) => void;
  /** Shows one day. */
  readonly onDay: (day: string) => void;
}
