import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calendarFileOf, calendarOf, readCalendarKeys } from '#core/calendar/subscription.ts';
import { defineDuty } from '#core/clock/duty.ts';
import type { Core } from '#core/core.ts';
import { coreSeenBy } from '#core/people/viewer/viewers.ts';
import { newId } from '#core/records/new-id.ts';

// Whoever asked once for a calendar to follow has a file too, which programs follow that read none from an address.

const shownTypes: ReadonlySet<string> = new Set(['task', 'party', 'deal', 'lead', 'link', 'user', 'role', 'setting']);
/** Looks (a second each) that nothing more is saved before files are written, and how many are waited for at most. */
const quietBeats = 2;
const mostBeats = 30;

interface Watch {
  /** Looks since something was saved last, and since it was saved first; null while the files are up to date. */
  pending: { quiet: number; all: number } | null;
}

const watches = new WeakMap<Core, Watch>();

defineDuty({
  name: 'calendarFiles',
  async run(core) {
    const watch = watches.get(core) ?? watchSaves(core);
    if (!watch.pending) return;
    watch.pending.all += 1;
    watch.pending.quiet += 1;
    if (watch.pending.quiet < quietBeats && watch.pending.all < mostBeats) return;
    watch.pending = null;
    await keepCalendarFiles(core);
  },
});

function watchSaves(core: Core): Watch {
  const watch: Watch = { pending: { quiet: quietBeats, all: 0 } };
  watches.set(core, watch);
  core.store.onSaved(({ recordTypes }) => {
    if (!recordTypes.some((type) => shownTypes.has(type))) return;
    watch.pending = { quiet: 0, all: watch.pending?.all ?? 0 };
  });
  return watch;
}

/** Writes every calendar file whose content differs, each at once or not at all. */
export async function keepCalendarFiles(core: Core): Promise<void> {
  const { store, clock } = core;
  for (const { userId } of readCalendarKeys(store.db)) {
    const found = core.actorOf(userId);
    if (found.type !== 'actor') continue;
    const path = calendarFileOf(core, userId);
    const text = calendarOf(coreSeenBy(core, found.actor).store.db, userId, clock.now());
    const kept = await readFile(path, 'utf8').catch(() => null);
    if (kept === text) continue;
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${newId()}`;
    await writeFile(draft, text);
    await rename(draft, path);
  }
}
