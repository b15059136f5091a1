import { placesThere, readPlaces } from '#core/backup/places.ts';
import { defineDuty } from '#core/clock/duty.ts';
import type { Core } from '#core/core.ts';

const second = 1000;
/** Looks (milliseconds) are so far apart; a backup waits so long after the program was opened, and after a save, at most so long in all. */
const [lookInterval, afterOpening, afterSave, longestWait] = [20 * second, 60 * second, 15 * second, 600 * second];
/** After one that failed the next try waits so long. */
const afterFailure = 1800 * second;

interface Watch {
  readonly openedAt: number;
  savedAt: number;
  lookAt: number;
  /** Places that were there at the last look, by id. */
  there: ReadonlySet<string>;
}

const watches = new WeakMap<Core, Watch>();

defineDuty({
  name: 'backups',
  async run(core) {
    const now = core.clock.now();
    const watch = watches.get(core) ?? watchSaves(core, now);
    if (now < watch.lookAt && watch.lookAt - now <= afterFailure) return;
    watch.lookAt = now + lookInterval;
    const isTimely = isQuiet(watch, now) && (await isDue(core, now));
    try {
      if (isTimely) await core.backups.run('daily');
      else if (await hasComeBack(core, watch)) await core.backups.catchUp();
    } catch (error) {
      watch.lookAt = now + afterFailure;
      throw error;
    }
  },
});

function watchSaves(core: Core, now: number): Watch {
  const watch: Watch = { openedAt: now, savedAt: 0, lookAt: now + afterOpening, there: new Set() };
  core.store.onSaved(() => (watch.savedAt = core.clock.now()));
  watches.set(core, watch);
  return watch;
}

/** Once the day's first minute of work is over and nobody is saving just now. */
function isQuiet({ openedAt, savedAt }: Watch, now: number): boolean {
  return now - openedAt >= longestWait || (now - openedAt >= afterOpening && now - savedAt >= afterSave);
}

/** One a day, by the computer's calendar, if anything was done since the last one. */
async function isDue({ backups }: Core, now: number): Promise<boolean> {
  const last = await backups.last();
  if (backups.actsSince(last) === 0) return false;
  return last === null || new Date(last.at).toDateString() !== new Date(now).toDateString();
}

/** Whether a disk is there that wasn't at the last look. */
async function hasComeBack({ dataDirectory }: Core, watch: Watch): Promise<boolean> {
  const there = new Set((await placesThere(readPlaces(dataDirectory))).map(({ id }) => id));
  const hasCome = [...there].some((id) => !watch.there.has(id));
  watch.there = there;
  return hasCome;
}
