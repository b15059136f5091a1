import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killHost } from '#test/crash/kill-host.ts';
import type { Round } from '#test/crash/kill-host.ts';

/** How often a host is killed on one folder, before a new one is begun. */
const killsOfFolder = 50;
/** Milliseconds. */
const longestRestart = 2000;

const { values } = parseArgs({ options: { kills: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } });
const wanted = Number(values.kills);
const rounds: Round[] = [];
let [kills, answered] = [0, 0];

for (let seed = Number(values.seed); kills < wanted; seed++) {
  const data = mkdtempSync(join(tmpdir(), 'cartera-kill-'));
  const outcome = await killHost({ data, kills: Math.min(killsOfFolder, wanted - kills), seed, onRound: tell });
  rounds.push(...outcome.rounds);
  kills += outcome.kills;
  answered += outcome.answered;
  const isBad = outcome.rounds.some(({ lost, faults }) => lost.length + faults.length > 0);
  if (!isBad) rmSync(data, { recursive: true, force: true });
  process.stdout.write(`${kills} kills, ${answered} writes answered${isBad ? `, seed ${seed}: see ${data}` : ''}\n`);
}

const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0);
const [lost, faults] = [sum((round) => round.lost.length), sum((round) => round.faults.length)];
const slow = rounds.filter(({ startedIn }) => startedIn > longestRestart).length;
process.stdout.write(
  `${kills} kills, ${answered} writes answered, ${lost} lost, ${faults} faults; restart ${spread(({ startedIn }) => startedIn)} ms ` +
    `(computing ${spread(({ computed }) => computed)} ms), ${slow} over ${longestRestart} ms\n`,
);
process.exitCode = lost + faults + slow > 0 ? 1 : 0;

function tell({ lost, faults }: Round) {
  for (const item of [...lost, ...faults]) process.stdout.write(`${JSON.stringify(item)}\n`);
}

function spread(of: (round: Round) => number): string {
  const sorted = rounds.map(of).toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `median ${at(0.5)}, 95% ${at(0.95)}, most ${at(1)}`;
}
