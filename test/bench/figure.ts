/** One thing measured, beside what the bare database or parser needs for the same. */
export interface Figure {
  /** What was measured; the same in every run. */
  readonly work: string;
  readonly ours: Measured;
  readonly ceiling: Measured | null;
  /** How many times the ceiling's time ours takes; 1 is as good as it gets. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly met: boolean;
}

/** Milliseconds of the middle and the slowest hundredth, or one number. */
export type Measured =
  | { readonly unit: 'ms'; readonly p50: number; readonly p99: number }
  | { readonly unit: Unit; readonly value: number };

type Unit =
  | 'rows/s'
  | 'changes/s'
  | 'exchanges/s'
  | 'MB'
  | 'bytes'
  | '%'
  | 's'
  | 'round trips'
  | 'ms of processor'
  | 'ms at once';

export interface Goal {
  /** At most so many times the ceiling's time. */
  readonly ratio?: number;
  /** Whether the ratio is that of the middle: of work of microseconds the slowest hundredth tells of the machine. */
  readonly isOfMiddle?: true;
  /** At most so much, in the unit measured (of the slowest hundredth). */
  readonly atMost?: number;
  /** At least so much, in the unit measured. */
  readonly atLeast?: number;
}

/** Puts ours beside its ceiling and its goal. A figure without a goal is met: it is there to be watched. */
export function toFigure(work: string, { ours, ceiling = null, goal = {} }: Comparison): Figure {
  const ratio = ceiling === null ? null : ratioOf(ours, ceiling, goal.isOfMiddle === true);
  const value = worstOf(ours);
  const tests = [
    goal.ratio === undefined || ratio === null || ratio <= goal.ratio,
    goal.atMost === undefined || value <= goal.atMost,
    goal.atLeast === undefined || value >= goal.atLeast,
  ];
  return { work, ours, ceiling, ratio, goal: describeGoal(goal, ours.unit), met: tests.every(Boolean) };
}

export interface Comparison {
  readonly ours: Measured;
  readonly ceiling?: Measured | null;
  readonly goal?: Goal;
}

/** The number that a goal is held against. */
export function worstOf(measured: Measured): number {
  return measured.unit === 'ms' ? measured.p99 : measured.value;
}

function ratioOf(ours: Measured, ceiling: Measured, isOfMiddle: boolean): number {
  if (isOfMiddle && ours.unit === 'ms' && ceiling.unit === 'ms') return ours.p50 / ceiling.p50;
  const [one, other] = [worstOf(ours), worstOf(ceiling)];
  return ours.unit.endsWith('/s') ? other / one : one / other;
}

function describeGoal({ ratio, isOfMiddle, atMost, atLeast }: Goal, unit: string): string {
  const name = unit === 'ms' ? 'ms p99' : unit.replace(' at once', '');
  return [
    ...(atMost === undefined ? [] : [`at most ${atMost} ${name}`]),
    ...(atLeast === undefined ? [] : [`at least ${atLeast} ${name}`]),
    ...(ratio === undefined ? [] : [`${ratio.toFixed(2).replace(/0$/, '')} x${isOfMiddle === true ? ' p50' : ''}`]),
  ].join(', ');
}
