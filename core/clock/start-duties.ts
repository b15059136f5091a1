import '#core/duties.ts';
import { definedDuties } from '#core/clock/duty.ts';
import type { Duty } from '#core/clock/duty.ts';
import { forgetDutyTrouble, keepDutyTrouble, readDutyTroubles } from '#core/clock/duty-trouble.ts';
import type { Core } from '#core/core.ts';

/** How often (ms) every duty looks at the clock: a reminder is never later than this. */
const beat = 1000;
const longestPauseInBeats = 60;

interface Watch {
  beat(): Promise<void>;
  ended(): Promise<void>;
}

/**
 * Does every duty at once, and each second from now on.
 * @returns how to stop, which waits for those being done
 */
export function startDuties(core: Core, duties: readonly Duty[] = definedDuties()): () => Promise<void> {
  const watches = duties.map((duty) => watchOver(core, duty));
  const stop = core.clock.every(beat, async () => void (await Promise.all(watches.map((watch) => watch.beat()))));
  return async () => {
    stop();
    await Promise.all(watches.map((watch) => watch.ended()));
  };
}

/** One duty, never done twice at a time; after an error it is left alone for ever more beats, up to a minute. */
function watchOver(core: Core, duty: Duty): Watch {
  let running: Promise<void> | null = null;
  // Beats are counted, not the clock read: it may have been put back by a year.
  let beatsToRest = 0;
  const trouble = recordTrouble(core, duty);
  async function runOnce() {
    try {
      await duty.run(core);
      trouble.over();
    } catch (error) {
      const failures = trouble.failed(error);
      beatsToRest = Math.min(2 ** (failures - 1), longestPauseInBeats) - 1;
    }
  }
  return {
    async beat() {
      if (running) return;
      if (beatsToRest > 0) {
        beatsToRest -= 1;
        return;
      }
      running = runOnce().finally(() => (running = null));
      await running;
    },
    async ended() {
      await duty.stop?.(core);
      await running;
    },
  };
}

/** Counts the failures of a duty, and says in the data that it fails and that it does so no more. */
function recordTrouble({ store, clock }: Core, { name }: Duty) {
  let isKept = readDutyTroubles(store.db).some((kept) => kept.name === name);
  let failures = 0;
  let since = 0;
  /** A full disk, or a file that another program holds, is what the duty itself has met, or it is told at the next beat. */
  function keep(write: () => void, isKeptThen: boolean) {
    try {
      write();
      isKept = isKeptThen;
    } catch {
      // Nothing is lost by telling later.
    }
  }
  return {
    over() {
      failures = 0;
      if (isKept) keep(() => forgetDutyTrouble(store, name), false);
    },
    failed(error: unknown): number {
      const lastAt = clock.now();
      failures += 1;
      if (failures === 1) since = lastAt;
      const message = error instanceof Error ? error.message : String(error);
      keep(() => keepDutyTrouble(store, { name, message, since, lastAt, failures }), true);
      return failures;
    },
  };
}
