import { runRecord } from '#core/automation/automation.ts';
import { findBranch } from '#core/branch/queries.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { leadRecord } from '#core/lead/lead.ts';
import { noticeRecord } from '#core/notice/notice.ts';
import { partyRecord } from '#core/party/party-record.ts';
import { partyTitle } from '#core/party/party-title.ts';
import { findParty } from '#core/party/queries.ts';
import type { Act } from '#core/records/act.ts';
import type { AnyRecordType } from '#core/records/record-type.ts';
import type { Store } from '#core/records/store.ts';
import { changeRecord } from '#core/records/write.ts';
import { taskRecord } from '#core/task/task.ts';
import type { Actor } from '#shared/people/permission.ts';

export interface MoveRequest {
  readonly ids: readonly string[];
  /** Null is head office. */
  readonly branchId: string | null;
}

interface Refusal {
  readonly type: 'refused';
  readonly field: 'branchId' | 'branchIds' | 'ids' | 'id';
  readonly code: 'unknownBranch' | 'ofOtherBranch';
  readonly value: string;
}
export type MoveOutcome =
  | { readonly type: 'moved'; readonly moved: number }
  | { readonly type: 'notFound'; readonly id: string }
  | Refusal;
export type ShareOutcome = { readonly type: 'shared' } | { readonly type: 'notFound' } | Refusal;

/** Moves clients as an act of its own, which is undone like any other. */
export async function moveClientsOf(
  store: Store,
  actor: Actor,
  request: MoveRequest,
): Promise<MoveOutcome & { readonly actId: string }> {
  const [only] = request.ids;
  const subject = request.ids.length === 1 && only !== undefined ? partyTitle(store.db, only) : '';
  const { actId, result } = await store.perform({ actor, kind: 'branch', subject }, (act) => moveClients(act, request));
  return { ...result, actId };
}

/**
 * Makes clients another branch's, with what of theirs was where they were: their deals, requests and open tasks, and what rules put off
 * for them. What another branch does with a client stays that one's.
 */
export function moveClients(act: Act, { ids, branchId }: MoveRequest): MoveOutcome {
  const refusal = refuseBranches(act, { field: 'branchId', ids: branchId === null ? [] : [branchId] });
  if (refusal) return refusal;
  const parties = [...new Set(ids)].flatMap((id) => findParty(act.tx, id) ?? []);
  const [first] = parties;
  if (!first) return { type: 'notFound', id: ids[0] ?? '' };
  const foreign = parties.find((party) => isForeign(act, party));
  if (foreign) return { type: 'refused', field: 'ids', code: 'ofOtherBranch', value: foreign.id };
  const leaving = parties.filter((party) => party.branchId !== branchId);
  for (const party of leaving) moveOne(act, { id: party.id, from: party.branchId, to: branchId });
  return { type: 'moved', moved: leaving.length };
}

/** Says which branches besides its own have a client's card, where cards are private. */
export function shareClient(
  act: Act,
  { id, branchIds }: { readonly id: string; readonly branchIds: readonly string[] },
): ShareOutcome {
  const party = findParty(act.tx, id);
  if (!party) return { type: 'notFound' };
  if (isForeign(act, party)) return { type: 'refused', field: 'id', code: 'ofOtherBranch', value: id };
  const refusal = refuseBranches(act, { field: 'branchIds', ids: branchIds });
  if (refusal) return refusal;
  const sharedWith = [...new Set(branchIds)].filter((branchId) => branchId !== party.branchId).toSorted();
  changeRecord(act, partyRecord, { id, changes: { sharedWith } });
  return { type: 'shared' };
}

/** A branch gives away only what is its own. */
function isForeign({ branchId }: Act, party: { readonly branchId: string | null }): boolean {
  return branchId !== null && party.branchId !== branchId;
}

function refuseBranches(
  { tx }: Act,
  { field, ids }: { readonly field: 'branchId' | 'branchIds'; readonly ids: readonly string[] },
): Refusal | undefined {
  const unknown = ids.find((id) => findBranch(tx, id)?.archivedAt !== null);
  return unknown === undefined ? undefined : { type: 'refused', field, code: 'unknownBranch', value: unknown };
}

interface Move {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What hangs on a record goes before it: once the client is another's, a branch may write nothing of it. */
function moveOne(act: Act, { id, from, to }: Move) {
  const deals = idsOf(act, 'SELECT id FROM deal WHERE party_id = ? AND branch_id IS ?', [id, from]);
  const leads = new Set(idsOf(act, 'SELECT id FROM lead WHERE party_id = ? AND branch_id IS ?', [id, from]));
  const open = "status = 'open' AND branch_id IS ?";
  const tasks = new Set(idsOf(act, `SELECT id FROM task WHERE party_id = ? AND ${open}`, [id, from]));
  for (const deal of deals) {
    for (const lead of idsOf(act, 'SELECT id FROM lead WHERE deal_id = ? AND branch_id IS ?', [deal, from])) leads.add(lead);
    for (const task of idsOf(act, `SELECT id FROM task WHERE deal_id = ? AND ${open}`, [deal, from])) tasks.add(task);
  }
  for (const lead of leads)
    for (const task of idsOf(act, `SELECT id FROM task WHERE lead_id = ? AND ${open}`, [lead, from])) tasks.add(task);
  const told = [...tasks, ...leads, ...deals, id];
  for (const about of told) {
    const notices = idsOf(act, 'SELECT id FROM notice WHERE record_id = ? AND branch_id IS ?', [about, from]);
    const runs = idsOf(act, 'SELECT id FROM automation_run WHERE record_id = ? AND branch_id IS ?', [about, from]);
    moveAll(act, noticeRecord, { ids: notices, to });
    moveAll(act, runRecord, { ids: runs, to });
  }
  moveAll(act, taskRecord, { ids: tasks, to });
  moveAll(act, leadRecord, { ids: leads, to });
  moveAll(act, dealRecord, { ids: deals, to });
  moveAll(act, partyRecord, { ids: [id], to });
}

function idsOf({ tx }: Act, sql: string, parameters: readonly [string, string | null]): readonly string[] {
  return tx.readColumn<[string, string | null], string>(sql).all(...parameters);
}

function moveAll(act: Act, type: unknown, { ids, to }: { readonly ids: Iterable<string>; readonly to: string | null }) {
  for (const id of ids) changeRecord(act, type as AnyRecordType, { id, changes: { branchId: to } as object });
}
