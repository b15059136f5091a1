import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { spreadOf, timeOf } from '#test/bench/measure.ts';
import { spawnHost } from '#test/bench/spawn-host.ts';

const texts = ['maria', 'garcia', '1234', 'иван', 'γιωρ', 'jo', 'ana lo', '+3461', 'carlos m', '987'];
const searches = 200;

/** From starting the process to the first page of everybody, and the memory it takes after some use. */
export async function measureStart(base: string): Promise<readonly Figure[]> {
  const starts: Start[] = [];
  for (let time = 0; time < 3; time++) starts.push(await startOnce(base));
  const middle = starts.toSorted((one, other) => one.firstList - other.firstList)[1] ?? starts[0];
  if (!middle) return [];
  return [
    toFigure('Start: until it answers', { ours: { unit: 'ms at once', value: middle.listening } }),
    toFigure('Start: until the first list', { ours: { unit: 'ms at once', value: middle.firstList }, goal: { atMost: 1500 } }),
    toFigure('Search over REST', { ours: spreadOf(starts.flatMap(({ times }) => times)), goal: { atMost: 50 } }),
    toFigure(`Memory after a list and ${searches} searches`, { ours: { unit: 'MB', value: middle.rss }, goal: { atMost: 350 } }),
  ];
}

interface Start {
  readonly listening: number;
  readonly firstList: number;
  readonly rss: number;
  readonly times: readonly number[];
}

async function startOnce(base: string): Promise<Start> {
  const startedAt = performance.now();
  const host = await spawnHost(base);
  try {
    const listening = performance.now() - startedAt;
    await host.client.party.list({});
    const firstList = performance.now() - startedAt;
    const times: number[] = [];
    for (let index = 0; index < searches; index++)
      times.push(await timeOf(() => host.client.search.find({ text: texts[index % texts.length] ?? '' })));
    const { rss } = await host.state();
    return { listening, firstList, rss, times };
  } finally {
    await host.stop();
  }
}
