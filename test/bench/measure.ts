import type { Measured } from '#test/bench/figure.ts';

export interface Contest<Question> {
  readonly questions: readonly Question[];
  readonly ours: (question: Question) => unknown;
  readonly ceiling: (question: Question) => unknown;
}

const rounds = 3;

/**
 * Asks both each question in rounds, taking turns in who is first: whoever is second finds the pages warm. Of the times
 * a question took the middle one counts, for other programs interrupt now and then.
 */
export async function compare<Question>({ questions, ours, ceiling }: Contest<Question>) {
  const times = questions.map(() => ({ ours: [] as number[], ceiling: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const [index, question] of questions.entries()) {
      const isOursFirst = (index + round) % 2 === 0;
      if (isOursFirst) times[index]?.ours.push(await timeOf(() => ours(question)));
      times[index]?.ceiling.push(await timeOf(() => ceiling(question)));
      if (!isOursFirst) times[index]?.ours.push(await timeOf(() => ours(question)));
    }
  }
  return {
    ours: spreadOf(times.map((taken) => middleOf(taken.ours))),
    ceiling: spreadOf(times.map((taken) => middleOf(taken.ceiling))),
  };
}

function middleOf(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
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
