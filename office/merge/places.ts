import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';
import { mayBegin, mayWrite, officeOnly, parentsOf, placeOf } from '#shared/sync/scope-rules.ts';
import type { ParentPlace } from '#shared/sync/scope-rules.ts';
import { isThere } from '#shared/sync/record-state.ts';
import { addDrafts, isTaken } from '#office/merge/draft.ts';
import type { Draft, Drafts } from '#office/merge/draft.ts';
import { parseScopes, wantedKeys } from '#office/merge/held-record.ts';
import type { HeldRecord } from '#office/merge/held-record.ts';
import { readLostParents, wasItsToMake } from '#office/merge/made-before-leaving.ts';
import { plainParents } from '#office/merge/parents.ts';
import { isWithin } from '#office/merge/rights.ts';
import type { Work } from '#office/merge/work.ts';

/** A record hangs on what hangs on others, but hardly so deep: forged ones may stand in a circle. */
const deepest = 20;

type Places = Map<string, ParentPlace>;

/**
 * Works out where the records belong and who has them, parents first, and so for all that hangs on those that moved. New ones that the
 * writer may not put where they belong are refused.
 * @returns the drafts in the order in which they were settled
 */
export async function settlePlaces(work: Work, drafts: Drafts): Promise<readonly Draft[]> {
  const known: Places = new Map();
  const order = new Set<Draft>();
  let round = [...drafts.values()];
  for (let depth = 0; round.length > 0 && depth < deepest; depth += 1) {
    await readParentPlaces(work, { drafts, round, known });
    const lost = depth === 0 ? await readLostParents(work, { drafts, known }) : new Set<string>();
    for (const draft of round) draft.progress = 'open';
    const before = new Map(round.map((draft) => [draft, placeText(draft)]));
    for (const draft of round) settle(draft, { work, drafts, known, order, lost });
    const moved = round.filter((draft) => isNewcomer(draft, depth) || before.get(draft) !== placeText(draft));
    // What came together was settled together.
    const own = depth === 0 ? [] : childrenAmong(drafts, moved);
    round = [...new Set([...own, ...(await addChildren(work, drafts, moved))])];
  }
  return [...order];
}

function placeText({ home, scopes }: Draft): string {
  return `${home} ${scopes.join(',')}`;
}

/** What waits for a record that wasn't there gets its place now. */
function isNewcomer({ before, refusal }: Draft, depth: number): boolean {
  return depth === 0 && before === null && refusal === null;
}

interface Reading {
  readonly drafts: Drafts;
  readonly round: readonly Draft[];
  readonly known: Places;
}

async function readParentPlaces({ tx }: Work, { drafts, round, known }: Reading) {
  const wanted = new Map<string, RecordKey>();
  for (const { state, before } of round)
    for (const [type, id] of [...plainParents(state), ...(before ? plainParents(before.state) : [])]) {
      const key = keyOf({ type, id });
      if (!drafts.has(key) && !known.has(key)) wanted.set(key, [type, id]);
    }
  if (wanted.size === 0) return;
  const rows = await tx.all<{ type: string; id: string; home: string; scopes: string }>(
    `SELECT record.type, record.id, record.home, record.scopes
     FROM ${wantedKeys} CROSS JOIN record WHERE record.type = wanted.type AND record.id = wanted.id`,
    JSON.stringify([...wanted.values()]),
  );
  for (const { type, id, home, scopes } of rows)
    known.set(keyOf({ type, id }), { type, home, scopes: new Set(parseScopes(scopes)) });
}

interface Settling {
  readonly work: Work;
  readonly drafts: Drafts;
  readonly known: Places;
  readonly order: Set<Draft>;
  readonly lost: ReadonlySet<string>;
}

function settle(draft: Draft, settling: Settling) {
  if (draft.progress !== 'open') return;
  draft.progress = 'underWay';
  place(draft, settling);
  judge(draft, settling);
  if (draft.refusal !== null && draft.before) putBack(draft, draft.before, settling);
  draft.progress = 'settled';
  settling.order.add(draft);
}

function place(draft: Draft, settling: Settling) {
  const parents = parentsOf(draft.state).map((parent) => placeOfParent(parent, draft, settling));
  // What was removed says no more where it belonged: it stays there, so that those who had it hear of it.
  if (isThere(draft.state)) move(draft, parents, settling.work);
  else if (!draft.before) reside(draft, draft.sender ?? officeOnly);
}

/** A refused change leaves a record as it was, but what that hangs on may have moved. */
function putBack(draft: Draft, before: HeldRecord, settling: Settling) {
  draft.state = before.state;
  draft.home = before.home;
  draft.scopes = before.scopes;
  place(draft, settling);
}

function move(draft: Draft, parents: readonly ParentPlace[], { policy }: Work) {
  const { home, scopes } = placeOf(draft.state, { parents, policy, sender: draft.sender });
  draft.home = home;
  draft.scopes = [...scopes].sort();
}

function reside(draft: Draft, place: string) {
  draft.home = place;
  draft.scopes = [place];
}

/** Where a parent is. One that isn't known, or was refused, is taken to be with whoever told of the record, who else would lose it. */
function placeOfParent({ type, id }: { type: string; id: string }, child: Draft, settling: Settling): ParentPlace {
  const key = keyOf({ type, id });
  const draft = settling.drafts.get(key);
  if (draft) settle(draft, settling);
  if (draft?.progress === 'settled' && isTaken(draft)) return { type, home: draft.home, scopes: new Set(draft.scopes) };
  const sender = child.sender ?? officeOnly;
  return settling.known.get(key) ?? { type, home: sender, scopes: new Set([sender]) };
}

function judge(draft: Draft, settling: Settling) {
  const { branchId, brings } = settling.work.writer;
  if (branchId === null || draft.positions.length === 0) return;
  const { before, state, home } = draft;
  const isVisible = isWithin(draft.scopes, branchId);
  if (before === null) {
    const scopes = new Set(draft.scopes);
    // What a joining shop brings of head office's kind was judged before.
    const isIts = isVisible && (brings || !isThere(state) || (mayWrite(state, { home, scopes }, branchId) && mayBegin(state)));
    draft.refusal = isIts || (isThere(state) && wasItsToMake(draft, branchId, settling)) ? null : 'notYours';
  } else if (draft.isLate && isVisible) draft.refusal = 'outOfScope';
}

async function addChildren({ tx }: Work, drafts: Drafts, parents: readonly Draft[]): Promise<Draft[]> {
  if (parents.length === 0) return [];
  const rows = await tx.all<{ type: string; id: string }>(
    `SELECT DISTINCT record_parent.type, record_parent.id FROM ${wantedKeys} CROSS JOIN record_parent
     WHERE record_parent.parent_type = wanted.type AND record_parent.parent_id = wanted.id`,
    JSON.stringify(parents.map(({ state }) => [state.type, state.id])),
  );
  await addDrafts(
    tx,
    drafts,
    rows.map(({ type, id }) => [type, id]),
  );
  return rows.flatMap((row) => drafts.get(keyOf(row)) ?? []);
}

/** What hangs on records that moved, and isn't written yet. */
function childrenAmong(drafts: Drafts, parents: readonly Draft[]): readonly Draft[] {
  const keys = new Set(parents.map(({ state }) => keyOf(state)));
  const hangs = ({ state }: Draft) => plainParents(state).some(([type, id]) => keys.has(keyOf({ type, id })));
  return [...drafts.values()].filter(hangs);
}
