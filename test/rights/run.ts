import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openMarkedShop } from '#test/rights/shop.ts';
import { playWorld } from '#test/rights/play.ts';
import { waysIn } from '#test/rights/ways-in.ts';
import { openWorlds } from '#test/rights/world.ts';

// node test/rights/run.ts --worlds 10000 --from 1 [--way page]

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    way: { type: 'string', default: 'inside' },
  },
});
const way = waysIn.find((known) => known === values.way);
if (!way) throw new Error(`--way is one of ${waysIn.join(', ')}`);
const [count, from] = [Number(values.worlds), Number(values.from)];
const directory = mkdtempSync(join(tmpdir(), 'cartera-rights-'));
const shop = await openMarkedShop(directory);
const worlds = openWorlds(shop);
const kinds = new Map<string, number>();
const begun = performance.now();
let [calls, leaks] = [0, 0];
const tell = (done: number) => {
  const speed = ((done * 1000) / (performance.now() - begun)).toFixed(1);
  console.log(`${done} worlds from ${from}, ${calls} calls, ${leaks} leaks, ${speed} worlds a second`);
};
for (let done = 0; done < count; done += 1) {
  const played = await playWorld(shop, worlds, from + done, { way });
  calls += played.calls;
  leaks += played.leaks.length;
  for (const { procedure, what, seed, detail } of played.leaks) {
    const kind = `${procedure}: ${what}`;
    if (!kinds.has(kind)) console.log(`${kind} (seed ${seed})\n    ${detail}`);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  if (done % 250 === 249) tell(done + 1);
}
for (const [kind, times] of kinds) console.log(`${times} x ${kind}`);
tell(count);
worlds.close();
await shop.close();
rmSync(directory, { recursive: true, force: true });
process.exitCode = leaks > 0 ? 1 : 0;
