import { spawn } from 'node:child_process';
import { connectShop } from '#test/crash/shop-client.ts';
import { setTimeout as sleep } from 'node:timers/promises';
const p = spawn(process.execPath, ['test/crash/serve-shop.ts', process.argv[2]!], { stdio: ['ignore', 'pipe', 'inherit'] });
const [b] = await new Promise<any[]>((r) => p.stdout.once('data', (x) => r([x])));
const c = connectShop(JSON.parse(b.toString()).url);
for (let i = 0; i < 14; i++) {
  const t = performance.now();
  const a = await c.rpc.sync.now({}).catch((e) => e.message);
  console.log(Math.round(performance.now() - t), JSON.stringify(a)?.slice(0, 500));
  const s = await c.rpc.sync.status();
  console.log(JSON.stringify(s).slice(0, 700));
  console.log(JSON.stringify(await c.rpc.branch.hub()));
  await sleep(1000);
}
p.kill('SIGKILL');
