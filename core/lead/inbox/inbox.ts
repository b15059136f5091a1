import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { defineDuty } from '#core/clock/duty.ts';
import type { Core } from '#core/core.ts';
import { SourceError } from '#core/import/readers/index.ts';
import { inboxFolder } from '#core/lead/inbox/inbox-folder.ts';
import { addToInboxLog } from '#core/lead/inbox/inbox-log.ts';
import type { InboxFile } from '#core/lead/inbox/inbox-log.ts';
import { putAway, writeBeside } from '#core/lead/inbox/put-away.ts';
import { watchFolder } from '#core/lead/inbox/still-files.ts';
import type { FolderWatch, StillFile } from '#core/lead/inbox/still-files.ts';
import { whyFailed, whyRowsLeft } from '#core/lead/inbox/why-failed.ts';
import { importLeads } from '#core/lead/import-leads.ts';
import type { ImportedLeads } from '#core/lead/import-leads.ts';
import { systemActor } from '#core/people/allow.ts';
import { readSettings } from '#core/settings/settings.ts';

/** How often (ms) the folder is looked into while nothing is expected there. */
const lookInterval = 2000;

interface Inbox {
  readonly watch: FolderWatch;
  /** Files taken in that could not be moved away, by name and version. */
  readonly toMove: Map<string, string>;
  lookedAt: number;
}

const inboxes = new WeakMap<Core, Inbox>();

defineDuty({ name: 'inbox', run: (core) => lookIntoInbox(core, () => performance.now()) });

/**
 * Takes in the files of the watched folder that stand still, each as one act, and moves them to "done"; what can't be read
 * goes to "failed" with a text that says why. A file that was taken in before the program ended, and not moved, brings
 * nothing new.
 * @param now milliseconds that only go on
 */
export async function lookIntoInbox(core: Core, now: () => number): Promise<void> {
  const inbox = inboxes.get(core) ?? { watch: watchFolder(now), toMove: new Map(), lookedAt: -Infinity };
  inboxes.set(core, inbox);
  if (now() - inbox.lookedAt < lookInterval && !inbox.watch.isExpecting()) return;
  inbox.lookedAt = now();
  const folder = inboxFolder(core.store.db, core.dataDirectory);
  await mkdir(folder, { recursive: true });
  const told: InboxFile[] = [];
  const troubles: unknown[] = [];
  for (const file of await inbox.watch.look(folder)) {
    try {
      const done = await takeIn(core, inbox, file);
      if (done) told.push(done);
    } catch (error) {
      // The next one may be luckier; this one is tried again, unless another program took it in meanwhile.
      if (existsSync(file.path)) troubles.push(error);
    }
  }
  addToInboxLog(core.store, told);
  if (troubles.length > 0) throw troubles[0];
}

async function takeIn(core: Core, { toMove }: Inbox, file: StillFile): Promise<InboxFile | undefined> {
  const key = `${file.path} ${file.version}`;
  const waiting = toMove.get(key);
  if (waiting !== undefined) {
    await putAway(file.path, waiting);
    toMove.delete(key);
    return undefined;
  }
  const { language } = readSettings(core.store.db);
  const { at, created, known, problems, failure } = { at: core.clock.now(), ...(await read(core, file)) };
  const target = failure === null ? 'done' : 'failed';
  toMove.set(key, target);
  const moved = await putAway(file.path, target);
  toMove.delete(key);
  if (moved === undefined && failure !== null) return undefined;
  if (moved !== undefined && failure !== null) await writeBeside(moved, whyFailed(failure, language));
  else if (moved !== undefined && problems.length > 0) await writeBeside(moved, whyRowsLeft(problems, language));
  return { name: file.name, at, created, known, problems: problems.length, failure };
}

async function read(core: Core, { name, path }: StillFile): Promise<ImportedLeads & { readonly failure: string | null }> {
  const nothing = { created: 0, known: 0, problems: [] };
  try {
    const imported = await importLeads(core, { path, name, actor: systemActor });
    const isNobodys = imported.created + imported.known === 0;
    return { ...imported, failure: isNobodys ? 'noRows' : null };
  } catch (error) {
    if (error instanceof SourceError) return { ...nothing, failure: error.code };
    if (isPassing(error)) throw error;
    return { ...nothing, failure: 'damaged' };
  }
}

/** A full disk, or a file that another program holds, isn't the file's fault. */
function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
