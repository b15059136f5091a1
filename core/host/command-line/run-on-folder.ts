import type { Answer, FolderTask } from '#core/host/command-line/command.ts';
import type { PassphraseSource } from '#core/host/command-line/data-key.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { DatabaseError } from '#core/database/open-database.ts';
import { findHost, lockFolder } from '#core/host/folder-lock.ts';
import { systemActor } from '#core/people/allow.ts';
import type { Actor } from '#shared/people/permission.ts';
import type { Language } from '#shared/settings/contract.ts';

/** Who does it and what opens the data, as far as that can be told. */
export interface Known {
  readonly actor: Actor;
  readonly key: string | null;
  readonly language: Language;
}

interface OnFolder {
  readonly task: FolderTask;
  readonly dataDirectory: string;
  /** What opens the data; null where it isn't encrypted, undefined where that isn't known. */
  readonly key: string | null | undefined;
  readonly passphrases: PassphraseSource;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
  /** Opens the data, asks who it is and closes it again. @throws {DatabaseError} */
  readonly lookIn: () => Promise<Known>;
}

const unreadable: readonly DatabaseError['code'][] = ['damaged', 'fromTheFuture', 'notOurs'];

/** Does a command that nobody may have the data open for. Of data that can't be read nobody can say who may do it. */
export async function runOnFolder({ task, dataDirectory, key, lookIn, ...context }: OnFolder): Promise<Answer> {
  const host = findHost(dataDirectory);
  if (host) throw new CommandError('openNow', { computer: host.computer, pid: host.pid });
  const known = await (key === undefined ? Promise.resolve(null) : lookIn()).catch((error: unknown) => {
    if (error instanceof DatabaseError && unreadable.includes(error.code)) return null;
    throw error;
  });
  const lock = lockFolder(dataDirectory);
  try {
    return await task.whileClosed({
      ...context,
      dataDirectory,
      isDamaged: known === null,
      isKeyKnown: key !== undefined,
      ...(known ?? { actor: systemActor, key: key ?? null }),
    });
  } finally {
    lock.release();
  }
}
