import type { Measured } from '#test/bench/figure.ts';

export interface Contest<Question> {
  readonly questions: readonly Question[];
  readonly ours: (question: Question) => unknown;
  readonly ceiling: (question: Question) => unknown;
}

const warmings = 50;

/** Asks both each question, taking turns in who is first: whoever is second finds the pages warm. */
export async function compare<Question>({ questions, ours, ceiling }: Contest<Question>) {
  const times = { ours: [] as number[], ceiling: [] as number[] };
  for (const question of questions.slice(0, warmings)) {
    await ours(question);
    ceiling(question);
  }
  for (const [index, question] of questions.entries()) {
    if (index % 2 === 0) times.ours.push(await timeOf(() => ours(question)));
    times.ceiling.push(await timeOf(() => ceiling(question)));
    if (index % 2 === 1) times.ours.push(await timeOf(() => ours(question)));
  }
  return { ours: spreadOf(times.ours), ceiling: spreadOf(times.ceiling) };
}

/** Milliseconds that one call takes. */
export async function timeOf(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  const result = work();
  if (result instanceof Promise) await result;
  return performance.now() - startedAt;
}

export function spreadOf(times: readonly number[]): Measured {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { unit: 'ms', p50: at(0.5), p99: at(0.99) };
}

/** Rows a second. */
export function rateOf(rows: number, milliseconds: number): Measured {
  return { unit: 'rows/s', value: rows / (milliseconds / 1000) };
}
