import { setTimeout as sleep } from 'node:timers/promises';
import { startHost } from '#core/host/start-host.ts';
import { startOffice } from '#office/start-office.ts';
import type { ClockAnswer, ClockOrder } from '#test/factories/clocked-process.ts';
import { createTestClock } from '#test/factories/test-clock.ts';

// The product in a process of its own, whose clock stands where its parent sets it. It looks around in real time all the same,
// so that what is saved with the clock standing still is answered as it would be.

const realBeat = 100;
const [dataDirectory = '', at = '0', port = '0', rendererDirectory = dataDirectory] = process.argv.slice(2);
const clock = createTestClock(Number(at));
const host = await startHost({
  dataDirectory,
  port: Number(port),
  rendererDirectory,
  clock,
  startOffice: (options) => startOffice({ ...options, now: clock.now }),
});
const answer = (message: ClockAnswer<string>) => process.send?.(message);

process.on('message', (order: ClockOrder) => {
  if (order.type === 'stop') void stop();
  else void clock.set(order.at).then(() => answer({ type: 'set', order: order.order }));
});
// A parent that died leaves nobody to stop this process.
process.once('disconnect', () => void stop());

await clock.tick();
// For those who start it by hand; a test is told by message.
process.stdout.write(`Cartera is ready at ${host.url}\n`);
answer({ type: 'ready', ready: host.url });
while (process.connected) {
  await sleep(realBeat);
  await clock.tick();
}

async function stop() {
  await host.close();
  process.exit(0);
}
