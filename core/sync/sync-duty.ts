import { networkInterfaces } from 'node:os';
import { defineDuty } from '#core/clock/duty.ts';
import type { Core } from '#core/core.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { OfficeUnreachable } from '#core/sync/ask-office.ts';
import { exchangeAll } from '#core/sync/exchange-all.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { stopSynchronising } from '#core/sync/synchronise.ts';

/** Milliseconds from a save until it is sent: whoever types goes on saving. */
const pauseAfterSave = 3000;
/** Milliseconds at most between two tries where head office doesn't answer. */
const longestPause = 300_000;

interface Watch {
  triedAt: number | null;
  /** When it was first seen that something waits. */
  waitingSince: number | null;
  failures: number;
  network: string;
}

const watches = new WeakMap<Core, Watch>();

/** Exchanges changes soon after a save, at an interval, and when this computer comes to a network. */
defineDuty({
  name: 'sync',
  async run(core) {
    const options = readSyncState(core.store.db, 'options');
    if (!options?.automatic || options.addresses.length === 0 || core.hub.isStarting()) return;
    const watch = watches.get(core) ?? { triedAt: null, waitingSince: null, failures: 0, network: '' };
    watches.set(core, watch);
    const network = networkNow();
    const isDue = network !== watch.network || isTime(core, watch, options.intervalSeconds * 1000);
    if (!isDue) return;
    Object.assign(watch, { network, triedAt: core.clock.now(), waitingSince: null });
    watch.failures = (await isExchanged(core)) ? 0 : watch.failures + 1;
  },
  stop: ({ store }) => stopSynchronising(store),
});

async function isExchanged(core: Core): Promise<boolean> {
  try {
    const { end } = await exchangeAll(core);
    return end.type === 'equal' || end.type === 'waiting' || end.type === 'otherProgram';
  } catch (error) {
    if (error instanceof OfficeUnreachable) return false;
    throw error;
  }
}

function isTime({ store, clock }: Core, watch: Watch, interval: number): boolean {
  const now = clock.now();
  const { triedAt, failures } = watch;
  // The clock may have been put back.
  if (triedAt === null || now < triedAt) return true;
  const pause = Math.max(interval, Math.min(interval * 2 ** failures, longestPause));
  if (now - triedAt >= pause) return true;
  if (failures > 0 || !isWaiting(store.db)) return false;
  watch.waitingSince = Math.min(watch.waitingSince ?? now, now);
  return now - watch.waitingSince >= pauseAfterSave;
}

function isWaiting(db: ReadDb): boolean {
  return db.readColumn<[], number>('SELECT EXISTS (SELECT 1 FROM outbox) OR EXISTS (SELECT 1 FROM outbox_batch)').get() === 1;
}

/** What this computer is connected to; without the addresses of the moment that systems make up for privacy. */
function networkNow(): string {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.flatMap(({ internal, family, address }) => (internal || family !== 'IPv4' ? [] : [address])).join(' ');
}
