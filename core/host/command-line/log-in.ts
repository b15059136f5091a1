import { readFile } from 'node:fs/promises';
import { actorCalled } from '#core/host/command-line/actor-called.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { isAllowed } from '#core/people/allow.ts';
import type { Store } from '#core/records/store.ts';
import { enter } from '#core/session/enter.ts';
import { isProtected } from '#core/session/logins.ts';
import type { Actor } from '#shared/people/permission.ts';

/** What was typed of who does it. */
export interface Claim {
  /** `--user`: who is at the keyboard. */
  readonly user: string | undefined;
  /** `--as`: in whose name it is done. */
  readonly person: string | undefined;
  readonly passwordFile: string | undefined;
}

/** Where a password may come from besides a file. */
export interface PasswordSource {
  /** Of the environment. */
  readonly password?: string | undefined;
  /** Asks whoever sits at the terminal; absent where nobody does. */
  ask?(): Promise<string>;
}

/**
 * Who does a command: the owner or whoever is named as long as nobody has a password, and then whoever says their name and password.
 * @throws {CommandError}
 */
export async function logIn(
  store: Store,
  owner: Actor,
  { claim, source }: { readonly claim: Claim; readonly source: PasswordSource },
) {
  const { user, person, passwordFile } = claim;
  if (!isProtected(store.db)) {
    const named = person ?? user;
    return named === undefined ? owner : actorCalled(store.db, named);
  }
  if (user === undefined) throw new CommandError('userNeeded');
  const entered = await enter(store, { userId: idOf(store, user), secret: await readPassword(passwordFile, source) });
  if (entered.type === 'passwordNeeded') throw new CommandError('passwordNeeded', { person: user });
  if (entered.type !== 'entered') throw wrongPassword(entered.retryAt, store.now());
  if (person === undefined) return entered.actor;
  const named = actorCalled(store.db, person);
  if (named.userId !== entered.actor.userId && !isAllowed(entered.actor, 'people.manage'))
    throw new CommandError('forbidden', { permission: 'people.manage' });
  return named;
}

/** Of somebody who isn't here nothing is told but that the password is wrong. */
function idOf(store: Store, user: string): string {
  try {
    return actorCalled(store.db, user).userId;
  } catch (error) {
    if (error instanceof CommandError && error.code === 'personNotFound') return '';
    throw error;
  }
}

async function readPassword(file: string | undefined, { password, ask }: PasswordSource): Promise<string> {
  if (file === undefined) return password ?? (await ask?.()) ?? '';
  try {
    const text = await readFile(file, 'utf8');
    // Editors end a file with a line break that nobody meant.
    return text.replace(/\r?\n$/, '');
  } catch (error) {
    throw new CommandError('passwordFileUnreadable', { path: file }, error);
  }
}

function wrongPassword(retryAt: number | null, now: number): CommandError {
  return new CommandError('wrongPassword', { seconds: retryAt === null ? 0 : Math.ceil((retryAt - now) / 1000) });
}
