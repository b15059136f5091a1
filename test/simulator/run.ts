import { parseArgs } from 'node:util';
import { runSeed } from '#test/simulator/schedule.ts';
import { makeTemplates } from '#test/simulator/template.ts';

// Runs seeds one after another: `npm run simulate -- --seeds 100 --from 1 --verbose`. One that fails is told with all that happened in it.

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
  },
});
const [count, from] = [Number(values.seeds), Number(values.from)];
const templates = await makeTemplates();
const begun = performance.now();
let operations = 0;
let failed = 0;
for (let seed = from; seed < from + count; seed += 1) {
  const verdict = await runSeed(seed, templates);
  operations += verdict.operations;
  if (verdict.problems.length > 0) {
    failed += 1;
    if (!values.all || values.verbose) process.stdout.write(`${verdict.trace.join('\n')}\n`);
    process.stdout.write(
      `seed ${seed}:\n${verdict.problems
        .slice(0, values.all ? 2 : 20)
        .map((line) => line.slice(0, values.all ? 260 : 2000))
        .join('\n')}\n`,
    );
    process.exitCode = 1;
    if (!values.all) break;
  } else if (values.verbose) process.stdout.write(`${verdict.trace.join('\n')}\n`);
  if ((seed - from + 1) % 100 === 0) process.stdout.write(`${seed - from + 1} seeds, ${operations} operations\n`);
}
const seconds = (performance.now() - begun) / 1000;
process.stdout.write(`${count} seeds, ${failed} failed, ${operations} operations, ${seconds.toFixed(1)} s\n`);
templates.remove();
