import { missingForStage } from '#core/deal/missing-fields.ts';
import { makeLines, saveLines } from '#core/deal/set-lines.ts';
import { dealRecord } from '#core/deal/deal.ts';
import type { DealRow } from '#core/deal/deal.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { findParty } from '#core/party/queries.ts';
import { isInUse } from '#core/party/party.ts';
import type { Party } from '#core/party/party.ts';
import { personIdOf } from '#core/people/allow.ts';
import { findPerson } from '#core/people/queries.ts';
import { addReadyPipeline } from '#core/pipeline/commands.ts';
import { findPipeline, findStage, firstPipeline } from '#core/pipeline/queries.ts';
import type { Act } from '#core/records/act.ts';
import { definedFields } from '#core/records/defined-fields.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { LineInput } from '#shared/deal/fields.ts';
import { currencyOfCountry } from '#shared/money/money.ts';
import type { Stage } from '#shared/pipeline/contract.ts';

type Worked = 'titleKey' | 'amount' | 'paid' | 'sizes' | 'nextTaskAt' | 'pricesIncludeTax';
type Kept = 'id' | 'partyId' | 'status' | 'stageSince' | 'closedAt' | 'createdAt' | 'updatedAt' | 'deletedAt';
/** What may be said of a new deal; what is left out gets its usual value. */
export type NewDeal = {
  readonly [Field in Exclude<keyof DealRow, Worked | Kept>]?: DealRow[Field] | undefined;
} & {
  readonly partyId: string;
  readonly lines?: readonly LineInput[] | undefined;
  /** For those that follow from an event, so that they are made once. */
  readonly id?: string;
};

/** Something given that can't be kept: which field of the input, and why. */
export interface Refusal {
  readonly type: 'refused';
  readonly field: string;
  readonly code: string;
  readonly value: string;
}

export type CreateDealOutcome =
  | { readonly type: 'created'; readonly deal: DealRow }
  /** There is no such client in use. */
  | { readonly type: 'notFound'; readonly id: string }
  | { readonly type: 'fieldsMissing'; readonly stageId: string; readonly fields: readonly string[] }
  | Refusal;

/** Adds a deal. Nothing is written where it isn't created. */
export function createDeal(act: Act, { lines: lineInputs = [], ...input }: NewDeal): CreateDealOutcome {
  const party = findParty(act.tx, input.partyId);
  if (!party || !isInUse(party)) return { type: 'notFound', id: input.partyId };
  const refusal = refuseOwner(act.tx, input.ownerId) ?? refusePlace(act.tx, input);
  if (refusal) return refusal;
  const settings = readSettings(act.tx);
  const usual = {
    id: input.id ?? newId(),
    currency: settings.currency || currencyOfCountry(settings.country),
    pricesIncludeTax: settings.pricesIncludeTax,
  };
  const lines = makeLines(act.tx, { ...usual, ...(input.currency && { currency: input.currency }) }, lineInputs);
  if (lines.type === 'refused') return { ...lines, field: 'lines' };
  const stage = chooseStage(act, input);
  const deal: DealRow = {
    ...emptyDeal,
    ...usual,
    ownerId: personIdOf(act.actor),
    branchId: party.branchId,
    ...definedFields(input),
    title: input.title || usualTitle(act.tx, party, stage.pipelineId),
    partyId: party.id,
    pipelineId: stage.pipelineId,
    stageId: stage.id,
    stageSince: act.at,
    createdAt: act.at,
    updatedAt: act.at,
  };
  const fields = missingForStage(act.tx, { deal: { ...deal, stageId: '' }, stage, lines: () => lines.lines });
  if (isLater(act, stage) && fields.length > 0) return { type: 'fieldsMissing', stageId: stage.id, fields };
  const created = createRecord(act, dealRecord, deal);
  saveLines(act, created.id, lines.lines);
  return { type: 'created', deal: created };
}

/** Says why nobody can be in charge by this id; undefined where somebody can. */
export function refuseOwner(db: ReadDb, ownerId: string | null | undefined): Refusal | undefined {
  if (ownerId === undefined || ownerId === null || findPerson(db, ownerId)) return undefined;
  return { type: 'refused', field: 'ownerId', code: 'unknownPerson', value: ownerId };
}

/**
 * What a deal is called that isn't called anything: as the client, where that is a name. A phone or an address, by which clients
 * without a name are listed, isn't for everybody who sees the deal.
 */
export function usualTitle(db: ReadDb, { nameKey, title }: Pick<Party, 'nameKey' | 'title'>, pipelineId: string): string {
  return nameKey === '' ? (findPipeline(db, pipelineId)?.name ?? '') : title;
}

function refusePlace(db: ReadDb, { pipelineId, stageId }: Pick<NewDeal, 'pipelineId' | 'stageId'>): Refusal | undefined {
  const stage = stageId === undefined ? undefined : findStage(db, stageId);
  if (stageId !== undefined && (!stage || stage.pipelineId !== (pipelineId ?? stage.pipelineId)))
    return { type: 'refused', field: 'stageId', code: 'unknownStage', value: stageId };
  if (pipelineId === undefined || firstStageOf(db, pipelineId)) return undefined;
  return { type: 'refused', field: 'pipelineId', code: 'unknownPipeline', value: pipelineId };
}

/** The stage named, else the first of the pipeline named, else the first of all; a shop without any gets the ready one. */
function chooseStage(act: Act, { pipelineId, stageId }: Pick<NewDeal, 'pipelineId' | 'stageId'>): Stage {
  const named = stageId === undefined ? undefined : findStage(act.tx, stageId);
  const pipeline = pipelineId ?? firstPipeline(act.tx)?.id;
  const first = named ?? (pipeline === undefined ? undefined : (firstOpenStage(act, pipeline) ?? firstStageOf(act.tx, pipeline)));
  if (first) return first;
  const { trade, language } = readSettings(act.tx);
  const [stage] = addReadyPipeline(act, trade, language).stages;
  if (!stage) throw new Error('a ready pipeline without stages');
  return stage;
}

/** Where deals begin. */
export function firstStage(db: ReadDb): Stage | undefined {
  const pipeline = firstPipeline(db);
  return pipeline && firstStageOf(db, pipeline.id);
}

/** Where the deals of a pipeline begin. */
export function firstStageOf(db: ReadDb, pipelineId: string): Stage | undefined {
  return findPipeline(db, pipelineId)?.stages.find(({ id }) => findStage(db, id));
}

/** Where somebody's deals of a pipeline begin: she may be kept from its first stages. */
export function firstOpenStage({ tx, actor }: Act, pipelineId: string): Stage | undefined {
  const closed = actor.limits?.rights.stages ?? {};
  return findPipeline(tx, pipelineId)?.stages.find(({ id }) => closed[id] === undefined && findStage(tx, id));
}

/** Where deals begin nothing is asked for, or none could be written down at once. */
function isLater(act: Act, stage: Stage): boolean {
  return firstOpenStage(act, stage.pipelineId)?.id !== stage.id;
}

/** What a deal is before anything is said of it. */
export const emptyDeal = {
  titleKey: '',
  status: 'open',
  estimate: 0,
  amount: 0,
  paid: 0,
  sizes: 0,
  ownProbability: null,
  expectedClose: null,
  source: '',
  channel: '',
  siteAddress: '',
  visitAt: null,
  leaveAt: null,
  workAt: null,
  workMinutes: null,
  notes: '',
  custom: {},
  leadId: null,
  lostReasonId: null,
  lostNote: '',
  nextTaskAt: null,
  closedAt: null,
  deletedAt: null,
} as const;
