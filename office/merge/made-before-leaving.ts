import { keyOf } from '#shared/sync/record-key.ts';
import { parentsOf, scopeRuleOf } from '#shared/sync/scope-rules.ts';
import type { ParentPlace } from '#shared/sync/scope-rules.ts';
import type { Draft, Drafts } from '#office/merge/draft.ts';
import { isWithin, readLosses } from '#office/merge/rights.ts';
import type { Work } from '#office/merge/work.ts';

type Places = ReadonlyMap<string, ParentPlace>;

interface Around {
  readonly drafts: Drafts;
  readonly known: Places;
}

/** The records that new ones of a branch hang on, which it lost without having heard of it yet. */
export async function readLostParents(work: Work, { drafts, known }: Around): Promise<ReadonlySet<string>> {
  if (work.writer.branchId === null) return new Set();
  const parents = new Map<string, { readonly type: string; readonly id: string; readonly scopes: readonly string[] }>();
  for (const { before, state } of drafts.values()) {
    if (before !== null) continue;
    for (const { type, id } of parentsOf(state)) {
      const scopes = drafts.get(keyOf({ type, id }))?.before?.scopes ?? known.get(keyOf({ type, id }))?.scopes;
      if (scopes) parents.set(keyOf({ type, id }), { type, id, scopes: [...scopes] });
    }
  }
  return (await readLosses(work, [...parents.values()])).unheard;
}

/**
 * Whether a branch could make a new record when it did: it gave it away since, together with what it hangs on, or lost that without having
 * heard of it. What it wrote then counts, though it is another's now.
 */
export function wasItsToMake(
  { state }: Draft,
  branchId: string,
  { drafts, known, lost }: Around & { readonly lost: ReadonlySet<string> },
): boolean {
  const home = scopeRuleOf(state.type)?.home;
  const isGivenAway = (state.stamps['branchId'] ?? '') > state.base;
  const isIts = state.fields['branchId'] === branchId || isGivenAway;
  if (home !== 'parents' && !(home === 'branch' && isIts)) return false;
  return parentsOf(state).every(({ type, id }) => {
    const key = keyOf({ type, id });
    const draft = drafts.get(key);
    if (lost.has(key)) return true;
    if (draft && draft.before === null) return draft.refusal === null;
    const place = draft?.before ?? known.get(key);
    return !place || (type === 'deal' ? place.home === branchId : isWithin([...place.scopes], branchId));
  });
}
