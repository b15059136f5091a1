import type { RecordState } from '#shared/sync/record-state.ts';
import type { ScopePolicy } from '#shared/sync/scope-rules.ts';
import type { Drafts } from '#office/merge/draft.ts';
import { addDrafts } from '#office/merge/draft.ts';
import { eraseHanging } from '#office/merge/erasures.ts';
import { mergeChanges } from '#office/merge/merge-changes.ts';
import type { Positioned, Refusal } from '#office/merge/merge-changes.ts';
import { settlePlaces } from '#office/merge/places.ts';
import { saveDrafts } from '#office/merge/save-drafts.ts';
import type { Work } from '#office/merge/work.ts';

/** How many records are moved at once when the policy changes. */
const movedAtOnce = 1000;

/** Merges changes that were checked, says which are refused, and writes what came out. */
export async function applyChanges(work: Work, changes: readonly Positioned[]): Promise<readonly Refusal[]> {
  const { drafts, refusals } = await mergeChanges(work, changes);
  await eraseHanging(work, drafts);
  const policy = policyAfter(work.policy, drafts);
  const moved = typesToMove(work.policy, policy);
  work.policy = policy;
  await saveDrafts(work, await settlePlaces(work, drafts));
  for (const type of moved) await moveAll(work, type);
  const late = [...drafts.values()].flatMap(({ refusal: code, positions }) =>
    code === null ? [] : positions.map((position) => ({ position, code })),
  );
  return [...refusals, ...late].sort((one, other) => one.position - other.position);
}

function policyAfter(policy: ScopePolicy, drafts: Drafts): ScopePolicy {
  const clientCards = drafts.get('setting|clientCards');
  const purchases = drafts.get('setting|purchasesInOtherBranches');
  return {
    clientCards: clientCards ? (valueOf(clientCards.state) === 'private' ? 'private' : 'common') : policy.clientCards,
    purchasesInOtherBranches: purchases ? valueOf(purchases.state) === true : policy.purchasesInOtherBranches,
  };
}

function valueOf({ fields }: RecordState): unknown {
  return fields['value'];
}

function typesToMove(before: ScopePolicy, after: ScopePolicy): readonly string[] {
  return [
    ...(before.clientCards === after.clientCards ? [] : ['party']),
    ...(before.purchasesInOtherBranches === after.purchasesInOtherBranches ? [] : ['deal']),
  ];
}

/** Works out anew where all records of a type belong, and what hangs on them. */
async function moveAll(work: Work, type: string) {
  for (let last = ''; ;) {
    const rows = await work.tx.all<{ id: string }>(
      `SELECT id FROM record WHERE type = ? AND id > ? ORDER BY id LIMIT ${movedAtOnce}`,
      type,
      last,
    );
    const end = rows.at(-1)?.id;
    if (end === undefined) return;
    last = end;
    const drafts: Drafts = new Map();
    await addDrafts(
      work.tx,
      drafts,
      rows.map(({ id }) => [type, id]),
    );
    await saveDrafts(work, await settlePlaces(work, drafts));
  }
}
