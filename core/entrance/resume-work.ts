import { startDuties } from '#core/clock/start-duties.ts';
import type { Core } from '#core/core.ts';

/** What a host does while the data is open: head office answers where it did before, and what is due by the clock is done. */
export async function resumeWork(core: Core): Promise<() => Promise<void>> {
  await core.hub.resume();
  return startDuties(core);
}
