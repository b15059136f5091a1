import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { databasePath, DatabaseError } from '#core/database/open-database.ts';
import { newId } from '#core/records/new-id.ts';

// SQLite keeps two programs of one computer apart, but not two computers that share a folder. So a host that has the data open
// says so in a file, and says it again every few seconds.

const holderSchema = z.object({
  id: z.string(),
  computer: z.string(),
  pid: z.number().int(),
  /** UTC milliseconds by that computer's clock; `beat` counts up, so that clocks needn't agree. */
  since: z.number(),
  beat: z.number().int(),
});
type Holder = z.infer<typeof holderSchema>;

/** Another host has the data open. */
export class OpenElsewhere extends DatabaseError {
  readonly by: string;
  constructor(dataDirectory: string, by: string) {
    super('openElsewhere', databasePath(dataDirectory));
    this.by = by;
  }
}

/** Milliseconds between two signs of life, and without one until a holder of another computer is taken for gone. */
const beatInterval = 5_000;
const goneAfter = 30_000;

/** Locks that this process holds. */
const heldHere = new Set<string>();

export interface FolderLock {
  release(): void;
}

interface LockOptions {
  readonly computer?: string;
  readonly pid?: number;
  readonly now?: () => number;
}

/**
 * Takes the data folder for this host.
 * @throws {OpenElsewhere} while another host has it; what the file system says when it can't be written
 */
export function lockFolder(
  dataDirectory: string,
  { computer = hostname(), pid = process.pid, now = Date.now }: LockOptions = {},
): FolderLock {
  const path = join(dataDirectory, 'open-by.json');
  const found = readHolder(path);
  if (found && isAlive(found.holder, { computer, age: now() - found.writtenAt }))
    throw new OpenElsewhere(dataDirectory, found.holder.computer);
  let holder: Holder = { id: newId(), computer, pid, since: now(), beat: 0 };
  const write = () => writeAtOnce(path, JSON.stringify({ holder, writtenAt: now() }));
  write();
  // Of two that start at the same moment the later one has written over the other's name.
  const winner = readHolder(path)?.holder;
  if (winner && winner.id !== holder.id) throw new OpenElsewhere(dataDirectory, winner.computer);
  heldHere.add(holder.id);
  const timer = setInterval(() => {
    // A computer that slept may find that another took over: SQLite still keeps what it wrote.
    if (readHolder(path)?.holder.id !== holder.id) return;
    holder = { ...holder, beat: holder.beat + 1 };
    try {
      write();
    } catch {
      // A full disk is told of where something is saved.
    }
  }, beatInterval);
  timer.unref();
  return {
    release() {
      clearInterval(timer);
      heldHere.delete(holder.id);
      if (readHolder(path)?.holder.id === holder.id) rmSync(path, { force: true });
    },
  };
}

/** Which host has the data open now, on this computer or another; null when none has. */
export function findHost(dataDirectory: string, { computer = hostname(), now = Date.now }: LockOptions = {}): Holder | null {
  const found = readHolder(join(dataDirectory, 'open-by.json'));
  return found && isAlive(found.holder, { computer, age: now() - found.writtenAt }) ? found.holder : null;
}

function isAlive(
  { id, computer: of, pid }: Holder,
  { computer, age }: { readonly computer: string; readonly age: number },
): boolean {
  // Of a clock that is ahead, a sign of life is one of the future.
  if (of !== computer) return age < goneAfter;
  // After a restart another program may have the number, this one among them.
  if (pid === process.pid) return heldHere.has(id);
  return age < 10 * goneAfter && isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isDefunct(pid);
  } catch (error) {
    return (error as { readonly code?: unknown }).code === 'EPERM';
  }
}

/** Killed, but not yet noticed by whoever started it. */
function isDefunct(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  const state = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return state.slice(state.lastIndexOf(')') + 2).startsWith('Z');
}

function writeAtOnce(path: string, text: string) {
  const draft = `${path}.${newId()}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

function readHolder(path: string): { readonly holder: Holder; readonly writtenAt: number } | null {
  try {
    return z.object({ holder: holderSchema, writtenAt: z.number() }).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
