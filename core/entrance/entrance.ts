import { noteAudit } from '#core/audit/note-audit.ts';
import { finishRestore } from '#core/backup/finish-restore.ts';
import { join } from 'node:path';
import { systemClock } from '#core/clock/clock.ts';
import { openCore } from '#core/core.ts';
import type { Core, CoreOptions } from '#core/core.ts';
import { DatabaseError } from '#core/database/open-database.ts';
import { forgetChange } from '#core/encryption/change-encryption.ts';
import { createEncryption } from '#core/encryption/encryption.ts';
import type { Keychain } from '#core/encryption/keychain.ts';
import { createKeyring } from '#core/encryption/keyring.ts';
import type { Keyring, Opening, Tried } from '#core/encryption/keyring.ts';
import { createGuesses } from '#core/encryption/guesses.ts';
import type { Guesses } from '#core/encryption/guesses.ts';
import { keysFiles } from '#core/encryption/keys-file.ts';
import { stateOfFault } from '#core/entrance/state-of-fault.ts';
import type { FolderLock } from '#core/host/folder-lock.ts';
import { guardFolder } from '#core/host/guard-folder.ts';
import { systemActor } from '#core/people/allow.ts';
import type { EntranceState, entranceWork } from '#shared/entrance/contract.ts';

export type EntranceWork = (typeof entranceWork)[number];

export interface EntranceOptions extends Omit<CoreOptions, 'key' | 'whileClosed' | 'encryption'> {
  readonly dataDirectory: string;
  /** Of the operating system; left out where there is none to be had. */
  readonly keychain?: Keychain | null;
  /** Tried first where the data is locked: given to a program that nobody sits at. */
  readonly passphrase?: string | undefined;
}

/** What runs while the data is open; gives back how to stop, awaited before it is closed. */
export type Service = (core: Core) => Stop | Promise<Stop>;
type Stop = () => Promise<void> | void;

/** Stands before the data: opens it when it can be opened, says why when it can't, and closes it for what needs it closed. */
export interface Entrance {
  readonly dataDirectory: string;
  state(): EntranceState;
  /** The data, while it is open. */
  core(): Core | null;
  /** What encrypts the data; null where nothing does, undefined while it is locked. */
  key(): string | null | undefined;
  /** Done when it was tried to open it with what needs nobody: the keychain, a passphrase given at the start. */
  opened(): Promise<void>;
  /** Starts a service whenever the data is opened, and now where it is open: done when it has started. */
  whenOpen(service: Service): Promise<void>;
  /** Opens encrypted data with what a person knows. */
  unlock(passphrase: string): Promise<Tried>;
  /** Opens it by the recovery code, and takes a new passphrase in place of the lost one. */
  recover(recoveryCode: string, passphrase: string): Promise<Tried>;
  /** Looks again whether it can be opened. */
  retry(): Promise<EntranceState>;
  /** Closes the data, has `work` done on its folder while nobody else touches it, and opens it again whatever came of it. */
  whileClosed<Result>(work: EntranceWork, perform: (report: Report, hold: Keyring['hold']) => Promise<Result>): Promise<Result>;
  /** For keys that came with backups. */
  readonly guesses: Guesses;
  close(): Promise<void>;
}

/** Tells how far work is; `total` null until it is known. */
export type Report = (progress: { readonly done: number; readonly total: number | null }) => void;

/** A plain shop is open when this returns. */
export function createEntrance({ dataDirectory, keychain = null, passphrase, ...options }: EntranceOptions): Entrance {
  const keyring = createKeyring({ dataDirectory, keychain, now: (options.clock ?? systemClock).now });
  const services = new Set<Service>();
  let running: (Stop | Promise<Stop>)[] = [];
  let core: Core | null = null;
  let lock: FolderLock | null = null;
  let state: EntranceState = { type: 'working', work: 'opening', done: 0, total: null };

  function open() {
    try {
      lock ??= guardFolder(dataDirectory);
      forgetChange(dataDirectory);
      finishRestore(dataDirectory);
      const opening = keyring.opening();
      if (opening.type !== 'key') {
        state = lockedState(opening);
        return;
      }
      core = openCore(dataDirectory, { ...options, whileClosed, encryption, key: opening.key });
      const opened = core;
      running = [...services].map((service) => service(opened));
      state = { type: 'open' };
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      state = stateOfFault(error);
    }
  }
  function lockedState(opening: Exclude<Opening, { type: 'key' }>): EntranceState {
    if (opening.type === 'keysDamaged') return { type: 'keysDamaged', path: join(dataDirectory, keysFiles[0]) };
    const { keys } = opening;
    const keychainRefused = keys.keychain !== null;
    return { type: 'locked', hasPassphrase: keys.passphrase !== null, keychainRefused, waitUntil: keyring.waitUntil() };
  }
  /** What opens locked data without asking anybody. */
  async function openUnasked() {
    const opening = keyring.opening();
    if (opening.type !== 'locked') return;
    state = { type: 'working', work: 'opening', done: 0, total: null };
    if (passphrase !== undefined) await keyring.unlock({ passphrase });
    if (opening.keys.keychain !== null) await keyring.unlockByKeychain();
    open();
  }
  async function openWith(tried: Tried): Promise<Tried> {
    if (tried.type === 'key' && core === null) open();
    return tried;
  }
  /** Nobody is known yet who could have typed the code: the program says that it happened. */
  async function noteRecovery(tried: Tried): Promise<Tried> {
    const store = core?.store;
    const details = { change: 'openedByCode' };
    if (tried.type === 'key' && store)
      await store.keep((tx) => noteAudit(tx, { at: store.now(), actor: systemActor, kind: 'encryption', subject: '', details }));
    return tried;
  }
  async function shut() {
    const closing = core;
    core = null;
    for (const started of running.splice(0)) await (await started)();
    await closing?.close();
  }

  let busy: Promise<unknown> = Promise.resolve();
  function whileClosed<Result>(
    work: EntranceWork,
    perform: (report: Report, hold: Keyring['hold']) => Promise<Result>,
  ): Promise<Result> {
    const done = performClosed(work, perform);
    busy = done.catch(() => undefined);
    return done;
  }
  async function performClosed<Result>(
    work: EntranceWork,
    perform: (report: Report, hold: Keyring['hold']) => Promise<Result>,
  ): Promise<Result> {
    const show: Report = (progress) => (state = { type: 'working', work, ...progress });
    show({ done: 0, total: null });
    await shut();
    try {
      return await perform(show, keyring.hold);
    } finally {
      open();
    }
  }

  const encryption = createEncryption({ dataDirectory, keyring, keychain, whileClosed, core: () => core });
  open();
  const unasked = openUnasked();
  return {
    dataDirectory,
    state: () => (state.type === 'locked' ? { ...state, waitUntil: keyring.waitUntil() } : state),
    opened: () => unasked,
    unlock: async (given) => (core ? { type: 'notLocked' } : openWith(await keyring.unlock({ passphrase: given }))),
    recover: async (code, given) =>
      core ? { type: 'notLocked' } : noteRecovery(await openWith(await keyring.recover(code, given))),
    core: () => core,
    key() {
      const opening = keyring.opening();
      return opening.type === 'key' ? opening.key : undefined;
    },
    async whenOpen(service) {
      services.add(service);
      if (!core) return;
      const started = service(core);
      running.push(started);
      await started;
    },
    async retry() {
      if (core === null && state.type !== 'working') {
        open();
        await openUnasked();
      }
      return state;
    },
    whileClosed,
    guesses: createGuesses((options.clock ?? systemClock).now),
    async close() {
      // What encrypts anew is let finish: cut off it would be begun again.
      await busy;
      await shut();
      lock?.release();
      lock = null;
    },
  };
}
