import { bucketOf, digestOf } from '#shared/sync/digest.ts';
import { isEqual, isThere, stampOf } from '#shared/sync/record-state.ts';
import { allScopes, officeOnly } from '#shared/sync/scope-rules.ts';
import type { Table, Value } from '#office/store/office-store.ts';
import { createDigestSums } from '#office/merge/digest-sums.ts';
import type { DigestSums } from '#office/merge/digest-sums.ts';
import { isTaken } from '#office/merge/draft.ts';
import type { Draft } from '#office/merge/draft.ts';
import { writeHeld } from '#office/merge/held-record.ts';
import type { HeldRecord, NewRecord } from '#office/merge/held-record.ts';
import { isWithin } from '#office/merge/rights.ts';
import { writeTies } from '#office/merge/ties.ts';
import type { Work } from '#office/merge/work.ts';

const entryTable: Table = {
  name: 'entry',
  columns: { scope: 'text', type: 'text', id: 'text', seq: 'number', entered: 'number', is_leave: 'number' },
  key: ['scope', 'type', 'id'],
  // 0: it was there before, and still knows since when.
  set: `seq = excluded.seq, is_leave = excluded.is_leave,
    entered = CASE WHEN excluded.entered = 0 THEN entry.entered ELSE excluded.entered END`,
};

interface Writing {
  readonly records: NewRecord[];
  readonly entries: (readonly Value[])[];
  readonly sums: DigestSums;
}

/** Writes records as they came out, with who gets them and the digests. Each that changed has a seq of its own. */
export async function saveDrafts(work: Work, drafts: readonly Draft[]): Promise<void> {
  const writing: Writing = { records: [], entries: [], sums: createDigestSums() };
  const written = drafts.filter((draft) => isTaken(draft) && save(work, draft, writing));
  if (written.length === 0) return;
  await writeHeld(work.tx, writing.records);
  await work.tx.upsert(entryTable, writing.entries);
  await writing.sums.write(work.tx);
  await writeTies(work.tx, written);
}

/** @returns false when nothing is other than before */
function save(work: Work, draft: Draft, { records, entries, sums }: Writing): boolean {
  const { before, state, home, scopes } = draft;
  const hasMoved = !before || before.home !== home || before.scopes.join() !== scopes.join();
  if (before && !hasMoved && before.state === state) return false;
  const fields = before === null || before.state === state ? [] : changedFields(before, draft);
  const isNews = fields === null || fields.length > 0 || before === null;
  const seq = isNews || hasMoved ? work.nextSeq() : before.seq;
  const held = toHeld(work, draft, { seq, fields, isNews });
  records.push(held);
  if (isNews || hasMoved) entries.push(...entriesOf(draft, { seq, isNews, branchId: work.writer.branchId }));
  addDigests(sums, before, held);
  return true;
}

/**
 * The fields with another stamp or value than before; null when the record is another as a whole: it came back, was removed, or made
 * twice. What is written of a removed one is kept, and concerns nobody as long as it is removed.
 */
function changedFields({ state: before }: HeldRecord, { state: after }: Draft): readonly string[] | null {
  if (isThere(before) !== isThere(after)) return null;
  if (!isThere(after)) return before.gone === after.gone ? [] : null;
  if (before.base !== after.base || before.gone !== after.gone) return null;
  return Object.keys(after.fields).filter(
    (field) =>
      !(field in before.fields) ||
      stampOf(before, field) !== stampOf(after, field) ||
      (before.fields[field] !== after.fields[field] && !isEqual(before.fields[field], after.fields[field])),
  );
}

interface News {
  readonly seq: number;
  readonly fields: readonly string[] | null;
  readonly isNews: boolean;
}

function toHeld(work: Work, draft: Draft, { seq, fields, isNews }: News): NewRecord {
  const { before, state, home, scopes, sender } = draft;
  const isWhole = before === null || fields === null;
  return {
    state,
    seq: isNews || !before ? seq : before.seq,
    made: isWhole ? seq : before.made,
    seqs: isWhole ? {} : { ...before.seqs, ...Object.fromEntries(fields.map((field) => [field, seq])) },
    home,
    scopes,
    origin: isNews ? originOf(work, draft) : (before?.origin ?? null),
    sender,
    digest: before?.state === state ? before.digest : digestOf(state),
  };
}

/** The line of batches whose copy has the record as it is now, for it had it before and wrote the rest. */
function originOf({ writer: { incarnation, cursor } }: Work, { before, isOffices, positions }: Draft): string | null {
  if (isOffices || positions.length === 0 || incarnation === null) return null;
  return before === null || before.seq <= cursor || before.origin === incarnation ? incarnation : null;
}

interface Leaving extends Omit<News, 'fields'> {
  readonly branchId: string | null;
}

function entriesOf({ before, state: { type, id }, scopes }: Draft, { seq, isNews, branchId }: Leaving) {
  // Whoever made it has it, also where it is another's by now.
  const earlier = before?.scopes ?? (branchId === null || isWithin(scopes, branchId) ? [] : [branchId]);
  const present = scopes.filter((scope) => scope !== officeOnly && (isNews || !earlier.includes(scope)));
  const left = earlier.filter((scope) => scope !== officeOnly && !scopes.includes(scope));
  return [
    ...present.map((scope): readonly Value[] => [scope, type, id, seq, earlier.includes(scope) ? 0 : seq, 0]),
    ...left.map((scope): readonly Value[] => [scope, type, id, seq, 0, 1]),
  ];
}

function addDigests(sums: DigestSums, before: HeldRecord | null, { state, scopes, digest }: NewRecord) {
  const bucket = bucketOf(state.type, state.id);
  if (before) for (const scope of [allScopes, ...before.scopes]) sums.add(scope, bucket, before.digest);
  for (const scope of [allScopes, ...scopes]) sums.add(scope, bucket, digest);
}
