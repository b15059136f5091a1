import { auditAct } from '#core/audit/audit-act.ts';
import type { WriteTx } from '#core/database/connection.ts';
import type { Act, ActKind } from '#core/records/act.ts';
import { countryOf } from '#core/records/country.ts';
import { guardOf } from '#core/people/viewer/guard.ts';
import { newId } from '#core/records/new-id.ts';
import { createOutgoing } from '#core/records/outgoing.ts';
import { reactionsTo } from '#core/records/reaction.ts';
import type { RecordChange } from '#core/records/reaction.ts';
import { readOwnBranch } from '#core/records/own-branch.ts';
import { addChange, addRecord } from '#core/records/written.ts';
import type { Written } from '#core/records/written.ts';
import type { Actor } from '#shared/people/permission.ts';
import type { Clock as StampClock } from '#shared/sync/stamp.ts';

/** Work put off is done when so much has gathered, to bound the memory of an act of a million records. */
const deferredLimit = 5000;

export interface ActRequest {
  readonly actor: Actor;
  readonly kind: ActKind;
  /** What it is done to: a name, a file... */
  readonly subject: string;
  /** The act that this one undoes. */
  readonly undoes?: string;
}

interface Beginning {
  readonly tx: WriteTx;
  readonly request: ActRequest;
  readonly now: () => number;
  readonly clock: StampClock;
  readonly written: Written;
}

/** Opens an act within a transaction; `finish` is called before the commit. */
export function beginAct({ tx, request, now, clock, written }: Beginning): { readonly act: Act; finish(): void } {
  const id = newId();
  const at = now();
  const { lastInsertRowid } = tx
    .write('INSERT INTO act (id, kind, actor_id, actor_name, at, subject, records, undoes) VALUES (?, ?, ?, ?, ?, ?, 0, ?)')
    .run(id, request.kind, request.actor.userId, request.actor.name, at, request.subject, request.undoes ?? null);
  const seq = Number(lastInsertRowid);
  // What came from others is in the history under acts of theirs.
  const isOfOthers = request.kind === 'sync' || request.kind === 'erase';
  const historyBefore = isOfOthers ? (tx.readColumn<[], number | null>('SELECT max(seq) FROM history').get() ?? 0) : 0;
  let country = countryOf(tx);
  let deferred = new Map<string, () => void>();
  /** What was put off before the attempts that are being made. */
  const earlier: Map<string, () => void>[] = [];
  const reactions = reactionsTo(request.kind);
  const heeded = new Set(reactions.flatMap(({ recordTypes }) => recordTypes));
  let changes: RecordChange[] = [];
  const own = readOwnBranch(tx);
  const ownBranch = { branchId: own?.branchId ?? null, outgoing: own ? createOutgoing(tx) : null };
  const others = new Map<string, Act>();
  /** An act of its own in the history for each author and minute. */
  function authored(author: string, doneAt: number): Act {
    const key = `${Math.floor(doneAt / 60_000)} ${country} ${author}`;
    let found = others.get(key);
    if (!found) {
      const actId = newId();
      const actor = { ...request.actor, name: author };
      const made = tx
        .write(
          'INSERT INTO act (id, kind, actor_id, actor_name, at, subject, records, undoes) VALUES (?, ?, ?, ?, ?, ?, 1, NULL)',
        )
        .run(actId, request.kind, actor.userId, author, doneAt, request.subject);
      others.set(key, (found = { ...act, id: actId, seq: Number(made.lastInsertRowid), at: doneAt, actor }));
    }
    return found;
  }
  const guard = guardOf(tx, request.actor);
  let isFollowing = false;
  function following<Result>(work: () => Result): Result {
    const before = isFollowing;
    isFollowing = true;
    try {
      return work();
    } finally {
      isFollowing = before;
    }
  }
  const act: Act = {
    tx,
    kind: request.kind,
    undoes: request.undoes ?? null,
    seq,
    id,
    at,
    actor: request.actor,
    get country() {
      return country;
    },
    ...ownBranch,
    get guard() {
      return isFollowing ? null : guard;
    },
    following,
    nextStamp: () => clock.next(),
    observe: (stamp) => clock.observe(stamp),
    inNameOf: authored,
    attempt(work) {
      const before = { changes: changes.length, written: written.count, others: new Set(others.keys()) };
      earlier.push(deferred);
      deferred = new Map();
      tx.write('SAVEPOINT attempt').run();
      try {
        const result = work();
        tx.write('RELEASE attempt').run();
        return { type: 'done', result };
      } catch (error) {
        if (isOfTheDisk(error)) throw error;
        tx.write('ROLLBACK TO attempt').run();
        tx.write('RELEASE attempt').run();
        changes.length = before.changes;
        written.count = before.written;
        for (const key of others.keys()) if (!before.others.has(key)) others.delete(key);
        deferred.clear();
        return { type: 'failed', error };
      } finally {
        const attempted = deferred;
        deferred = earlier.pop() ?? attempted;
        for (const [key, put] of attempted) act.defer(key, put);
      }
    },
    defer(key, work) {
      deferred.set(key, work);
      if (deferred.size >= deferredLimit) following(flush);
    },
    isDeferred: (key) => deferred.has(key) || earlier.some((put) => put.has(key)),
    noteChange(change) {
      addChange(written, change);
      if (heeded.has(change.recordType)) changes.push(change);
    },
    noteWritten(recordType, recordId) {
      if (recordType === 'setting') country = countryOf(tx);
      addRecord(written, recordType, recordId);
    },
  };
  function flush() {
    const works = [...deferred.values()];
    deferred.clear();
    for (const work of works) work();
  }
  function react() {
    while (changes.length > 0) {
      const heard = changes;
      changes = [];
      for (const { recordTypes, react: answer } of reactions) {
        const own = heard.filter(({ recordType }) => recordTypes.includes(recordType));
        if (own.length > 0) answer(act, own);
      }
      flush();
    }
  }
  function finish() {
    following(() => {
      flush();
      react();
    });
    if (written.count === 0) tx.write('DELETE FROM act WHERE seq = ?').run(seq);
    else if (isOfOthers) countHistory(tx, historyBefore, [seq, ...[...others.values()].map((one) => one.seq)]);
    else tx.write('UPDATE act SET records = ? WHERE seq = ?').run(written.count, seq);
    if (written.count > 0) auditAct(tx, { ...request, undoes: request.undoes ?? null, seq, at, written });
  }
  return { act, finish };
}

/** A full or failing disk is no fault of the work: nothing of the act can be saved, and SQLite may have taken all of it back. */
function isOfTheDisk(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && /^SQLITE_(FULL|IOERR|NOMEM|CORRUPT|READONLY|BUSY|CANTOPEN)/.test(code);
}

/** An act of many authors' changes touched what its history says; one without any is none. */
function countHistory(tx: WriteTx, after: number, acts: readonly number[]) {
  const rows = tx
    .readRaw<[number], [number, number]>('SELECT act_seq, count(*) FROM history NOT INDEXED WHERE seq > ? GROUP BY act_seq')
    .all(after);
  const counts = new Map(rows);
  for (const seq of acts) {
    const count = counts.get(seq) ?? 0;
    if (count === 0) tx.write('DELETE FROM act WHERE seq = ?').run(seq);
    else tx.write('UPDATE act SET records = ? WHERE seq = ?').run(count, seq);
  }
}
