import { rebuildVisits } from '#core/deal/rebuild-visits.ts';
import { ArchiveError } from '#core/export/archive-error.ts';
import { archiveEntryName, archiveRecords } from '#core/export/archive-records.ts';
import { archiveRecordSchemas } from '#core/export/archive-schemas.ts';
import { openArchive } from '#core/export/read-archive.ts';
import type { Archive } from '#core/export/read-archive.ts';
import { restoreAudit } from '#core/export/restore-audit.ts';
import { restoreHistory } from '#core/export/restore-history.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { FileStore } from '#core/file/file-store.ts';
import { hashHeldBy } from '#core/file/held-files.ts';
import { emptyUserFields, userRecord } from '#core/people/users.ts';
import type { Act } from '#core/records/act.ts';
import type { AnyRecordType } from '#core/records/record-type.ts';
import type { Store } from '#core/records/store.ts';
import { changeRecord, createRecord, purgeRecord, readRecord } from '#core/records/write.ts';
import { parentsOf } from '#shared/sync/scope-rules.ts';
import type { Actor } from '#shared/people/permission.ts';
import { isErasedHere } from '#core/sync/heed-erasures.ts';
import type { RestoreSummary } from '#shared/export/contract.ts';

export interface RestoreRequest {
  readonly actor: Actor;
  readonly files: FileStore;
  readonly path: string;
  /** The archive's name, for the history. */
  readonly name: string;
  /** Only say what would come of it; nothing is written. */
  readonly dryRun?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly report?: ((done: number) => void) | undefined;
}

/** What isn't said of the one user in archives of before there were several. */
const soleOwner = { ...emptyUserFields, role: 'owner' } as const;

/** Ends a transaction without keeping anything of it. */
class Rollback extends Error {
  readonly summary: RestoreSummary;
  constructor(summary: RestoreSummary) {
    super('rolled back on purpose');
    this.summary = summary;
  }
}

/**
 * Brings an archive in as one act: records that aren't here are made under the same ids, those that are here and differ
 * become as they are in the archive. Where there are no contacts and companies yet, its history comes along. The store's
 * connection must be its own.
 * @throws {ArchiveError} when it can't be read, AbortError when it was cancelled; nothing is written then
 */
export async function restoreArchive(store: Store, request: RestoreRequest): Promise<RestoreSummary> {
  const archive = await openArchive(request.path);
  try {
    const { actor, name, dryRun } = request;
    const { actId, result } = await store.performLong({ actor, kind: 'importArchive', subject: name }, async (act) => {
      const summary = await restoreAll(act, archive, request);
      if (dryRun) throw new Rollback(summary);
      return summary;
    });
    const { created, updated } = result.records;
    return { ...result, actId: created + updated > 0 ? actId : null };
  } catch (error) {
    if (error instanceof Rollback) return error.summary;
    throw error;
  } finally {
    archive.close();
  }
}

async function restoreAll(act: Act, archive: Archive, request: RestoreRequest): Promise<RestoreSummary> {
  const counts = { contacts: 0, companies: 0, updated: 0, unchanged: 0 };
  const records = { created: 0, updated: 0, unchanged: 0 };
  const hashes = new Set<string>();
  const users = new Set<string>();
  let done = 0;
  const isNew = act.tx.read<[], unknown>('SELECT 1 FROM party LIMIT 1').get() === undefined;
  for (const type of archiveRecords) {
    for await (const { outcome, row } of restoreType(act, archive, { type, signal: request.signal })) {
      records[outcome] += 1;
      if (type.name === 'user') users.add(row.id);
      const hash = hashHeldBy(type.name, row);
      if (hash !== undefined) hashes.add(hash);
      if (type.name === 'party') countParty(counts, outcome, row);
      done += 1;
      if (done % 1000 === 0) request.report?.(done);
    }
    if (type.name === 'user' && isNew) forgetOwnerOfEmptyBase(act, users);
  }
  if (isNew) {
    await restoreHistory(act, archive);
    await restoreAudit(act, archive);
    rebuildVisits(act);
  }
  const files = await restoreFiles(archive, hashes, request);
  const { contacts, companies, updated, unchanged } = counts;
  return { created: { contacts, companies }, updated, unchanged, records, files, actId: null };
}

type Outcome = 'created' | 'updated' | 'unchanged';

interface Restored {
  readonly outcome: Outcome;
  readonly row: { readonly id: string };
}

async function* restoreType(
  act: Act,
  archive: Archive,
  { type, signal }: { readonly type: AnyRecordType; readonly signal: AbortSignal | undefined },
): AsyncGenerator<Restored> {
  const entry = archiveEntryName(type);
  const schema = archiveRecordSchemas[type.name];
  if (!schema) throw new Error(`no schema for ${type.name}`);
  for await (const lines of archive.records(entry, schema)) {
    signal?.throwIfAborted();
    for (const { line, row } of lines) {
      try {
        const isErased = wasErased(act.tx, type, row);
        yield { outcome: isErased ? 'unchanged' : restoreRecord(act, type, row), row };
      } catch (error) {
        throw isConstraint(error) ? new ArchiveError('damaged', { entry, line }, error) : error;
      }
    }
  }
}

/** Nobody who was erased for good comes back with an older archive, nor what hung on them. */
function wasErased(db: ReadDb, { name }: AnyRecordType, row: { readonly id: string }): boolean {
  const parents = parentsOf({ type: name, fields: row as unknown as Readonly<Record<string, unknown>> });
  return [{ type: name, id: row.id }, ...parents].some(({ type, id }) => isErasedHere(db, [type, id]));
}

function restoreRecord(act: Act, type: AnyRecordType, row: { readonly id: string }): Outcome {
  const before = readRecord(act.tx, type, row.id)?.row;
  if (!before) {
    if (type.name === 'custom_field' && isKeyTaken(act, row as unknown as { readonly key: string })) return 'unchanged';
    createRecord(act, type, type.name === 'user' ? { ...soleOwner, ...row } : row);
    return 'created';
  }
  const { id, ...changes } = row;
  const after = changeRecord(act, type, { id, changes });
  return JSON.stringify(after) === JSON.stringify(before) ? 'unchanged' : 'updated';
}

/** Records keep custom values by key, so that a field with the same key is the same field. */
function isKeyTaken(act: Act, { key }: { readonly key: string }): boolean {
  return act.tx.read<[string], unknown>('SELECT 1 FROM custom_field WHERE key = ?').get(key) !== undefined;
}

/** The owner that every empty base begins with makes room for the archive's own. */
function forgetOwnerOfEmptyBase(act: Act, archived: ReadonlySet<string>) {
  if (archived.size === 0) return;
  const users = act.tx.readRaw<[], [string]>('SELECT id FROM user').all();
  const here = users.filter(([id]) => !archived.has(id));
  // Several people were entered by hand, and may be named already.
  if (here.length === 1) for (const [id] of here) purgeRecord(act, userRecord, id);
}

function countParty(
  counts: { contacts: number; companies: number; updated: number; unchanged: number },
  outcome: Outcome,
  row: { readonly id: string },
) {
  if (outcome !== 'created') counts[outcome] += 1;
  else counts[(row as unknown as { type: string }).type === 'contact' ? 'contacts' : 'companies'] += 1;
}

/** Keeps the bytes of attached files, each checked first: they come last, when nothing else can go wrong any more. */
async function restoreFiles(archive: Archive, hashes: ReadonlySet<string>, request: RestoreRequest): Promise<number> {
  const there = [...hashes].filter((hash) => archive.hasFile(hash));
  for (const hash of there) await archive.verifyFile(hash);
  if (request.dryRun) return there.length;
  for (const hash of there) {
    request.signal?.throwIfAborted();
    await request.files.keep(await archive.readFile(hash));
  }
  return there.length;
}

function isConstraint(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_CONSTRAINT');
}
