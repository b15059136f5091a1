import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Figure } from '#test/bench/figure.ts';
import { describeFigures, keepFigures } from '#test/bench/report.ts';
import { measureLoad } from '#test/bench/sync/measure-load.ts';
import { measureMerge } from '#test/bench/sync/measure-merge.ts';
import { describeRaces, raceActual, raceCartera, racePouch } from '#test/bench/sync/measure-rivals.ts';
import type { Race } from '#test/bench/sync/measure-rivals.ts';
import { measureShare } from '#test/bench/sync/measure-share.ts';
import { measureWire } from '#test/bench/sync/measure-wire.ts';
import { ensureRivals } from '#test/bench/sync/rivals.ts';

// `npm run bench:sync`: how fast changes travel, what they weigh, and how that stands beside other programs. See docs/performance.md.

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    customers: { type: 'string' },
    /** Of the comparison with others: 70 % new, 30 % edits. */
    changes: { type: 'string' },
    seconds: { type: 'string', default: '8' },
    data: { type: 'string', default: join(import.meta.dirname, '../../../.cache/bench-sync') },
  },
});
const customers = Number(options.customers ?? (options.quick ? 5000 : 100_000));
const changes = Number(options.changes ?? (options.quick ? 5000 : 100_000));
const directory = join(options.data, 'work');
mkdirSync(directory, { recursive: true });

const figures: Figure[] = [];
const parts: Readonly<Record<string, () => Promise<void>>> = {
  merge: async () => void figures.push(...(await measureMerge({ directory, customers: Math.min(customers, 50_000) }))),
  wire: async () => void figures.push(...(await measureWire({ directory, customers }))),
  share: async () => void figures.push(...(await measureShare(directory, Math.min(customers, 20_000)))),
  rivals,
  load: async () => {
    const table = await measureLoad({ directory, seconds: Number(options.seconds), isQuick: options.quick });
    process.stdout.write(`${table}\n\n`);
  },
};

async function rivals() {
  const race = { directory, creates: Math.round(changes * 0.7), edits: Math.round(changes * 0.3) };
  const rivals = { ...race, rivals: ensureRivals(join(options.data, 'rivals')) };
  const races: Race[] = [];
  for (const run of [() => raceCartera(race), () => racePouch(rivals), () => racePouch(rivals, 1000), () => raceActual(rivals)]) {
    races.push(await run());
    process.stderr.write(`${races.at(-1)?.name}: ${races.at(-1)?.converged.toFixed(1)} s\n`);
  }
  process.stdout.write(`${describeRaces(races)}\n\n`);
}

const wanted = options.only?.split(',') ?? Object.keys(parts);
const unknown = wanted.filter((name) => parts[name] === undefined);
if (unknown.length > 0 || ![customers, changes].every((count) => Number.isInteger(count) && count >= 1000)) {
  process.stderr.write(`--only takes ${Object.keys(parts).join(', ')}; --customers and --changes a number from 1000.\n`);
  process.exitCode = 2;
} else {
  for (const name of wanted) {
    process.stderr.write(`Measuring ${name}\n`);
    await parts[name]?.();
  }
  if (figures.length > 0) {
    process.stdout.write(`${describeFigures(figures)}\n`);
    for (const line of keepFigures(join(options.data, `figures-${customers}.json`), figures))
      process.stdout.write(`WORSE  ${line}\n`);
  }
}
