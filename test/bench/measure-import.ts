import { openAsBlob, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyBase } from '#test/bench/base.ts';
import { timeBareInserts } from '#test/bench/bare-inserts.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure, Goal } from '#test/bench/figure.ts';
import { rateOf, spreadOf, timeOf } from '#test/bench/measure.ts';
import { spawnHost } from '#test/bench/spawn-host.ts';
import type { SpawnedHost } from '#test/bench/spawn-host.ts';

export interface ImportToMeasure {
  /** As the figures call it. */
  readonly name: string;
  readonly base: string;
  readonly path: string;
  readonly rows: number;
  readonly goal: Goal;
}

/**
 * A whole import as a person starts it, while somebody else keeps searching; beside bare inserts of what it wrote. Those
 * are compared by processor time, since both take long enough for other programs to get in between.
 */
export async function measureImport({ name, base, path, rows, goal }: ImportToMeasure): Promise<readonly Figure[]> {
  const copy = copyBase(base, 'imported');
  const bare = copyBase(base, 'bare');
  try {
    const host = await spawnHost(copy);
    const { milliseconds, searches } = await importFile(host, path);
    const { peakRss, longestStall, processorTime } = await host.state();
    await host.stop();
    const ceiling = rateOf(rows, timeBareInserts(copy, bare));
    return [
      toFigure(`Import ${name}`, { ours: rateOf(rows, milliseconds), goal }),
      toFigure(`Import ${name}: for a second of processor`, {
        ours: rateOf(rows, processorTime),
        ceiling,
        goal: { ratio: 1 / 0.75 },
      }),
      toFigure(`Import ${name}: main loop held up`, {
        ours: { unit: 'ms at once', value: longestStall },
        goal: { atMost: 50 },
      }),
      toFigure(`Import ${name}: searches meanwhile`, { ours: spreadOf(searches), goal: { atMost: 50 } }),
      toFigure(`Import ${name}: most memory`, { ours: { unit: 'MB', value: peakRss } }),
    ];
  } finally {
    for (const directory of [copy, bare]) rmSync(directory, { recursive: true, force: true });
  }
}

/** Times from the start of the import to its end as its job tells it. */
async function importFile({ client, reset }: SpawnedHost, path: string) {
  const file = new File([await openAsBlob(path)], basename(path));
  const { fileId } = await client.import.upload({ file });
  const country = 'ES';
  const { mapping } = await client.import.inspect({ fileId, country });
  for (let warming = 0; warming < 20; warming++) await client.search.find({ text: 'maria' });
  reset();
  const startedAt = performance.now();
  const { jobId } = await client.import.run({ fileId, mapping, country });
  const searches: number[] = [];
  for (;;) {
    const job = await client.job.get({ id: jobId });
    if (job.state === 'done') break;
    if (job.state !== 'running') throw new Error(`import ${job.state}: ${JSON.stringify(job.error)}`);
    searches.push(await timeOf(() => client.search.find({ text: 'mar' })));
    await sleep(100);
  }
  return { milliseconds: performance.now() - startedAt, searches };
}
