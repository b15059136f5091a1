import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listBackups } from '#core/backup/backup-file.ts';
import { readPlaces } from '#core/backup/places.ts';
import { eraseFromAudit } from '#core/audit/erase-from-audit.ts';
import { noteAudit } from '#core/audit/note-audit.ts';
import type { Core } from '#core/core.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { findParty } from '#core/party/queries.ts';
import { listErased, readErasedList, setAsideFolders, unlistErased } from '#core/privacy/erased-list.ts';
import { initialsOf, whatGoes } from '#core/privacy/person.ts';
import { partyTitle } from '#core/party/party-title.ts';
import type { Act } from '#core/records/act.ts';
import { readOwnBranch } from '#core/records/own-branch.ts';
import type { Store } from '#core/records/store.ts';
import { cleanAfterForgetting } from '#core/sync/clean-after-forgetting.ts';
import { eraseRecords } from '#core/sync/erase-records.ts';
import type { Erased } from '#core/sync/erase-records.ts';
import { inAnyOrder } from '#core/sync/sync-act.ts';
import { takeSyncLock } from '#core/sync/sync-lock.ts';
import type { SyncLock } from '#core/sync/sync-lock.ts';
import type { Actor } from '#shared/people/permission.ts';
import type { Books, Certificate, ErasurePreview } from '#shared/privacy/contract.ts';

/** What erasing needs of a program: one that has imported nothing keeps nothing of that. */
type ErasingProgram = Pick<Core, 'store' | 'dataDirectory'> & Partial<Pick<Core, 'imports'>>;

interface ErasureRequest {
  readonly partyId: string;
  readonly books: Books;
  /** What the certificate calls the person by. */
  readonly namedBy?: string | undefined;
}

/** How long (ms) an exchange with head office that is under way is waited for. */
const patience = 60_000;

/**
 * Erases a client for good, with all that is theirs, and keeps a certificate in the audit.
 * @returns undefined when there is no such client
 */
export async function erasePerson(core: ErasingProgram, actor: Actor, request: ErasureRequest): Promise<Certificate | undefined> {
  const { store } = core;
  // What is sealed to be sent is sealed anew without the person, which nobody may be sending meanwhile.
  const backups = await backupsWith(core, request.partyId);
  const lock = await waitForLock(store);
  try {
    const isNew = !readErasedList(core.dataDirectory).some(({ partyId }) => partyId === request.partyId);
    const work = inAnyOrder(store, (act) => {
      if (partyTitle(act.tx, request.partyId) === '') return undefined;
      const erased = erase(act, request, backups);
      // Before the commit: whoever isn't there is never without a line that keeps an older backup from bringing them back.
      listErased(core.dataDirectory, { ...request, namedBy: erased.namedBy });
      return erased;
    });
    const { result } = await store.perform({ actor, kind: 'erase', subject: '' }, work).catch((error: unknown) => {
      if (isNew) unlistErased(core.dataDirectory, request.partyId);
      throw error;
    });
    if (!result) return undefined;
    core.imports?.forgetResults();
    await cleanAfterForgetting(store);
    return result;
  } finally {
    await lock?.release();
  }
}

/** Backups that were made since the card was: names of files. */
async function backupsWith({ store, dataDirectory }: ErasingProgram, partyId: string): Promise<readonly string[]> {
  const since = findParty(store.db, partyId)?.createdAt ?? 0;
  const backups = await listBackups(readPlaces(dataDirectory));
  return [...backups.flatMap(({ at, path }) => (at >= since ? [basename(path)] : [])), ...setAsideFolders(dataDirectory)];
}

async function waitForLock(store: Store): Promise<SyncLock | null> {
  if (!readOwnBranch(store.db)) return null;
  for (const until = performance.now() + patience; performance.now() < until; await sleep(100)) {
    const lock = await takeSyncLock(store);
    if (lock) return lock;
  }
  throw new Error('head office is being asked all the time');
}

function erase(act: Act, { partyId, books, namedBy }: ErasureRequest, backups: readonly string[]): Certificate {
  const title = partyTitle(act.tx, partyId);
  const erased = eraseRecords(act, whatGoes(act.tx, partyId, books));
  const certificate = {
    namedBy: namedBy ?? initialsOf(title),
    mark: createHash('sha256').update(partyId).digest('hex').slice(0, 16),
    books,
    counts: erased.counts,
    kept: countsOfKept(erased),
    isShared: readOwnBranch(act.tx) !== null,
    backups: [...backups],
  };
  const { namedBy: subject, ...details } = certificate;
  const seq = noteAudit(act.tx, { at: act.at, actor: act.actor, kind: 'erase', subject, details });
  const ids = [...erased.records, ...erased.kept].map(([, id]) => id);
  eraseFromAudit(act.tx, { ids, names: erased.names }, seq);
  return { ...certificate, id: String(seq), at: act.at, actorName: act.actor.name };
}

/** Ends a transaction without keeping anything of it. */
class Rollback extends Error {
  readonly erased: Erased;
  constructor(erased: Erased) {
    super('rolled back on purpose');
    this.erased = erased;
  }
}

/** Says what would go: by doing it, and keeping nothing of that. */
export async function previewErasure(store: Store, actor: Actor, partyId: string): Promise<ErasurePreview | undefined> {
  const name = partyTitle(store.db, partyId);
  if (name === '') return undefined;
  const trying = inAnyOrder(store, (act): never => {
    throw new Rollback(eraseRecords(act, whatGoes(act.tx, partyId, 'keep')));
  });
  const tried = await store.perform({ actor, kind: 'erase', subject: '' }, trying).catch((error: unknown) => {
    if (error instanceof Rollback) return error.erased;
    throw error;
  });
  if (!('counts' in tried)) throw new Error('nothing was tried');
  const isShared = readOwnBranch(store.db) !== null;
  return { name, initials: initialsOf(name), counts: tried.counts, books: countsOfKept(tried), isShared };
}

/** The card that stands in isn't one of the person's records. */
function countsOfKept({ kept }: Erased): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [type] of kept) if (type !== 'party') counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** Every certificate, the last first. */
export function listErasures(db: ReadDb): Certificate[] {
  return db
    .read<[], { seq: number; at: number; name: string; subject: string; details: string }>(
      `SELECT seq, at, user_name AS name, subject, details FROM audit WHERE kind = 'erase' AND subject <> '' ORDER BY seq DESC`,
    )
    .all()
    .map(({ seq, at, name, subject, details }) => ({
      ...(JSON.parse(details) as Omit<Certificate, 'id' | 'at' | 'actorName' | 'namedBy'>),
      id: String(seq),
      at,
      actorName: name,
      namedBy: subject,
    }));
}
