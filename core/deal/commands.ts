import { firstOpenStage, firstStage, firstStageOf, refuseOwner, usualTitle } from '#core/deal/create-deal.ts';
import type { Refusal } from '#core/deal/create-deal.ts';
import { dealRecord, findDeal } from '#core/deal/deal.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { missingForStage } from '#core/deal/missing-fields.ts';
import { findParty } from '#core/party/queries.ts';
import { findStage } from '#core/pipeline/queries.ts';
import { lostReasonRecord } from '#core/pipeline/pipeline.ts';
import { withHiddenValues } from '#core/people/viewer/keep-hidden.ts';
import type { Act } from '#core/records/act.ts';
import { definedFields } from '#core/records/defined-fields.ts';
import { changeRecord, readRecord } from '#core/records/write.ts';
import type { dealInputShape } from '#shared/deal/fields.ts';

export type DealChanges = { readonly [Field in keyof typeof dealInputShape]?: DealRow[Field] | undefined };

interface Changed {
  readonly type: 'changed';
  readonly deal: DealRow;
}
interface NotFound {
  readonly type: 'notFound';
}
/** It was won or lost: to be opened again first. */
interface Closed {
  readonly type: 'closed';
}
export interface FieldsMissing {
  readonly type: 'fieldsMissing';
  readonly stageId: string;
  readonly fields: readonly string[];
}
export type ChangeDealOutcome = Changed | NotFound | Refusal;
export type MoveDealOutcome = Changed | NotFound | Refusal | Closed | FieldsMissing;
export type WinDealOutcome = Changed | NotFound | Closed;
export type LoseDealOutcome = Changed | NotFound | Refusal | Closed;

/** Changes the fields given of a deal in use. */
export function changeDeal(act: Act, id: string, changes: DealChanges): ChangeDealOutcome {
  const deal = findDealInUse(act, id);
  if (!deal) return { type: 'notFound' };
  const refusal = refuseOwner(act.tx, changes.ownerId);
  if (refusal) return refusal;
  const party = findParty(act.tx, changes.partyId ?? deal.partyId);
  if (!party) return refused('partyId', 'unknownParty', changes.partyId ?? '');
  const { currency = deal.currency } = changes;
  if (currency !== deal.currency && hasPayments(act, id)) return refused('currency', 'hasPayments', currency);
  const custom = changes.custom && { custom: withHiddenValues(act.actor, deal.custom, changes.custom) };
  const title = changes.title === '' && { title: usualTitle(act.tx, party, deal.pipelineId) };
  return save(act, deal, { ...definedFields(changes), ...custom, ...title });
}

/** Moves an open deal to a stage, of another pipeline too, where nothing that is asked for there is missing. */
export function moveDeal(act: Act, id: string, stageId: string): MoveDealOutcome {
  const deal = findDealInUse(act, id);
  if (!deal) return { type: 'notFound' };
  if (deal.status !== 'open') return { type: 'closed' };
  const stage = findStage(act.tx, stageId);
  if (!stage) return refused('stageId', 'unknownStage', stageId);
  if (stage.id === deal.stageId) return { type: 'changed', deal };
  const fields = missingForStage(act.tx, { deal, stage });
  if (fields.length > 0) return { type: 'fieldsMissing', stageId, fields };
  return save(act, deal, { pipelineId: stage.pipelineId, stageId, stageSince: act.at });
}

export function winDeal(act: Act, id: string): WinDealOutcome {
  const deal = findDealInUse(act, id);
  if (!deal) return { type: 'notFound' };
  if (deal.status !== 'open') return { type: 'closed' };
  return save(act, deal, { status: 'won', closedAt: act.at });
}

export function loseDeal(
  act: Act,
  id: string,
  { reasonId, note = '' }: { readonly reasonId: string | null; readonly note?: string },
): LoseDealOutcome {
  const deal = findDealInUse(act, id);
  if (!deal) return { type: 'notFound' };
  if (deal.status !== 'open') return { type: 'closed' };
  if (reasonId !== null && !readRecord(act.tx, lostReasonRecord, reasonId)) return refused('reasonId', 'unknownReason', reasonId);
  return save(act, deal, { status: 'lost', closedAt: act.at, lostReasonId: reasonId, lostNote: note });
}

/** Opens a closed deal again, in the stage it was closed in unless another is named or that one is there no longer. */
export function reopenDeal(act: Act, id: string, stageId?: string): ChangeDealOutcome {
  const deal = findDealInUse(act, id);
  if (!deal) return { type: 'notFound' };
  if (deal.status === 'open') return refused('id', 'notClosed', id);
  if (stageId !== undefined && !findStage(act.tx, stageId)) return refused('stageId', 'unknownStage', stageId);
  const place = placeInUse(act, { ...deal, stageId: stageId ?? deal.stageId });
  const opened = { status: 'open', closedAt: null, lostReasonId: null, lostNote: '', stageSince: act.at } as const;
  return save(act, deal, { ...opened, ...place });
}

/** Moves a deal to the recycle bin. @returns it, or undefined when it isn't in use */
export function deleteDeal(act: Act, id: string): DealRow | undefined {
  const deal = findDealInUse(act, id);
  return deal && changeRecord(act, dealRecord, { id, changes: { deletedAt: act.at } });
}

/** Brings a deal back from the recycle bin, to where deals begin when its stage is gone. @returns it, or undefined when it isn't there */
export function restoreDeal(act: Act, id: string): DealRow | undefined {
  const deal = findDeal(act.tx, id);
  if (!deal || deal.deletedAt === null) return undefined;
  const place = deal.status === 'open' ? placeInUse(act, deal) : {};
  const moved = place.stageId !== undefined && place.stageId !== deal.stageId ? { ...place, stageSince: act.at } : {};
  return changeRecord(act, dealRecord, { id, changes: { ...moved, deletedAt: null } });
}

/** A deal to be written, that isn't in the recycle bin. What clients bought in other branches can be looked at in a branch, no more. */
export function findDealInUse({ tx, branchId }: Pick<Act, 'tx' | 'branchId'>, id: string): DealRow | undefined {
  const deal = findDeal(tx, id);
  const isOurs = branchId === null || deal?.branchId === branchId;
  return deal?.deletedAt === null && isOurs ? deal : undefined;
}

function placeInUse(
  act: Act,
  { stageId, pipelineId }: Pick<DealRow, 'stageId' | 'pipelineId'>,
): Partial<Pick<DealRow, 'stageId' | 'pipelineId'>> {
  const { tx } = act;
  const stage = findStage(tx, stageId) ?? firstOpenStage(act, pipelineId) ?? firstStageOf(tx, pipelineId) ?? firstStage(tx);
  return stage ? { stageId: stage.id, pipelineId: stage.pipelineId } : {};
}

/** What was paid is of the deal's currency, and would no longer be counted in another. */
function hasPayments({ tx }: Pick<Act, 'tx'>, id: string): boolean {
  return tx.readColumn<[string], number>('SELECT 1 FROM payment WHERE deal_id = ? LIMIT 1').get(id) !== undefined;
}

function save(act: Act, deal: DealRow, changes: Partial<DealRow>): Changed {
  const differing = Object.entries(changes).some(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(deal[field as keyof DealRow]),
  );
  if (!differing) return { type: 'changed', deal };
  const saved = changeRecord(act, dealRecord, { id: deal.id, changes: { ...changes, updatedAt: act.at } });
  return { type: 'changed', deal: saved ?? deal };
}

function refused(field: string, code: string, value: string): Refusal {
  return { type: 'refused', field, code, value };
}
