import { erasedStamp, isErased, keptForBooks } from '#shared/sync/erasure.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';
import { isThere } from '#shared/sync/record-state.ts';
import type { RecordChange, RecordState } from '#shared/sync/record-state.ts';
import { parentsOf, scopeRuleOf } from '#shared/sync/scope-rules.ts';
import { isPlainId } from '#office/merge/check-change.ts';
import { addDrafts } from '#office/merge/draft.ts';
import type { Draft, Drafts } from '#office/merge/draft.ts';
import { readHeld, wantedKeys } from '#office/merge/held-record.ts';
import { plainParents } from '#office/merge/parents.ts';
import type { Work } from '#office/merge/work.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

/**
 * Erases what hangs on records that somebody erased for good, whoever made it and whenever it comes. What a branch doesn't know of a person
 * goes with her too; deals, documents and payments stay with those who have them, who put them under another card.
 */
export async function eraseHanging(work: Work, drafts: Drafts): Promise<void> {
  await eraseNewcomers(work.tx, drafts);
  if (await areEmptied(work.tx, drafts)) await noteDue(work.tx, ['']);
  const erased = [...drafts.values()].filter((draft) => isErased(draft.state) && !wasErased(draft));
  if (erased.length === 0) return;
  const all = new Set(erased);
  for (let round: readonly Draft[] = erased; round.length > 0;) {
    round = (await childrenOf(work.tx, drafts, round)).filter((draft) => !isErased(draft.state));
    for (const draft of round) erase(draft);
    for (const draft of round) all.add(draft);
  }
  await noteCleaning(work.tx, [...all]);
}

function wasErased({ before }: Draft): boolean {
  return before !== null && isErased(before.state);
}

function erase(draft: Draft) {
  const { type, id, base, authors } = draft.state;
  draft.state = { type, id, base, gone: erasedStamp, stamps: {}, fields: {}, authors: { '': authors[''] ?? '' } };
  draft.isOffices = true;
}

/** Whether a record goes with a parent that was erased. */
function goesWith(state: RecordState, parentType: string): boolean {
  return parentType !== 'party' || !keptForBooks.has(state.type);
}

/** Changes that are about erased records, or hang on them: what they say is kept nowhere. */
export async function withoutErased<Refused extends { readonly change: RecordChange }>(
  tx: OfficeTx,
  refused: readonly Refused[],
): Promise<readonly Refused[]> {
  if (refused.length === 0) return refused;
  const keysOf = ({ type, id, fields }: RecordChange): readonly RecordKey[] => [
    ...(isPlainId(type) && isPlainId(id) ? [[type, id] as const] : []),
    ...plainParents({ type, fields }),
  ];
  const gone = await readGone(
    tx,
    refused.flatMap(({ change }) => keysOf(change)),
  );
  return refused.filter(({ change }) => !keysOf(change).some((key) => gone.has(key.join('|'))));
}

/** What somebody made on an erased record without having heard of it. */
async function eraseNewcomers(tx: OfficeTx, drafts: Drafts) {
  const made = [...drafts.values()].filter(({ state }) => isThere(state) && parentsOf(state).length > 0);
  const keys = [
    ...new Map(made.flatMap(({ state }) => plainParents(state).map((key) => [key.join('|'), key] as const))).values(),
  ];
  const held = await readGone(tx, keys);
  for (const draft of made) {
    const parents = parentsOf(draft.state).filter((parent) => held.has(keyOf(parent)) || isErasedAmong(drafts, keyOf(parent)));
    if (parents.some(({ type }) => goesWith(draft.state, type))) erase(draft);
  }
}

function isErasedAmong(drafts: Drafts, key: string): boolean {
  const draft = drafts.get(key);
  return draft !== undefined && isErased(draft.state);
}

async function readGone(tx: OfficeTx, keys: readonly RecordKey[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx.all<{ type: string; id: string }>(
    `SELECT record.type, record.id FROM ${wantedKeys} CROSS JOIN record
     WHERE record.type = wanted.type AND record.id = wanted.id AND record.gone = ?`,
    JSON.stringify(keys),
    erasedStamp,
  );
  return new Set(rows.map(keyOf));
}

async function childrenOf(tx: OfficeTx, drafts: Drafts, parents: readonly Draft[]): Promise<readonly Draft[]> {
  const rows = await tx.all<{ type: string; id: string; parent_type: string }>(
    `SELECT DISTINCT record_parent.type, record_parent.id, record_parent.parent_type FROM ${wantedKeys} CROSS JOIN record_parent
     WHERE record_parent.parent_type = wanted.type AND record_parent.parent_id = wanted.id`,
    JSON.stringify(parents.map(({ state }) => [state.type, state.id])),
  );
  const going = rows.filter(({ type, parent_type: parent }) => parent !== 'party' || !keptForBooks.has(type));
  await addDrafts(
    tx,
    drafts,
    going.map(({ type, id }) => [type, id]),
  );
  const keys = new Set(parents.map(({ state }) => keyOf(state)));
  return going.flatMap((row) => {
    const draft = drafts.get(keyOf(row));
    // What the same batch hangs on something else stays there.
    return draft && parentsOf(draft.state).some((parent) => keys.has(keyOf(parent))) ? [draft] : [];
  });
}

/** Whether what stays for the books was taken from an erased card, and emptied. */
async function areEmptied(tx: OfficeTx, drafts: Drafts): Promise<boolean> {
  const left = [...drafts.values()].flatMap(({ before, state }): RecordKey[] => {
    const card = before?.state.fields['partyId'];
    return keptForBooks.has(state.type) && typeof card === 'string' && card !== state.fields['partyId'] ? [['party', card]] : [];
  });
  return (await readGone(tx, left)).size > 0;
}

async function noteDue(tx: OfficeTx, hashes: readonly string[]) {
  const table = { name: 'erasing', columns: { hash: 'text' }, key: ['hash'], set: null } as const;
  await tx.upsert(
    table,
    [...new Set(hashes)].map((hash) => [hash]),
  );
}

/** Notes what lies elsewhere than in the records themselves, and takes what was refused of them. */
async function noteCleaning(tx: OfficeTx, erased: readonly Draft[]) {
  const held = await readHeld(
    tx,
    erased.map(({ state }) => [state.type, state.id]),
  );
  const hashes = [...held.values()].flatMap(({ state }) =>
    (scopeRuleOf(state.type)?.content ?? []).flatMap((field) => {
      const hash = state.fields[field];
      return typeof hash === 'string' ? [hash] : [];
    }),
  );
  await noteDue(tx, ['', ...hashes]);
  for (const { state } of erased) {
    await tx.run('DELETE FROM quarantine WHERE record_type = ? AND record_id = ?', state.type, state.id);
    if (state.type === 'party') await tx.run('DELETE FROM quarantine WHERE change LIKE ?', `%"${state.id}"%`);
  }
}
