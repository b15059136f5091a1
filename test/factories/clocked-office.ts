import { startOffice } from '#office/start-office.ts';
import type { ClockAnswer, ClockOrder } from '#test/factories/clocked-process.ts';

// Head office in a process of its own, whose clock stands where its parent sets it.

/** How others reach it, and what a first computer begins the company with. */
export interface ReadyOffice {
  readonly address: string;
  readonly adminKey: string;
}

const [dataDirectory = '', at = '0', port = '0'] = process.argv.slice(2);
let time = Number(at);
const office = await startOffice({ dataDirectory, port: Number(port), host: '127.0.0.1', now: () => time });
const answer = (message: ClockAnswer<ReadyOffice>) => process.send?.(message);

process.on('message', (order: ClockOrder) => {
  if (order.type === 'stop') return void stop();
  time = order.at;
  answer({ type: 'set', order: order.order });
});
process.once('disconnect', () => void stop());
answer({ type: 'ready', ready: { address: office.address, adminKey: office.adminKey } });

async function stop() {
  await office.close();
  process.exit(0);
}
