import { lostReasonRecord, pipelineRecord, stageRecord } from '#core/pipeline/pipeline.ts';
import { findPipeline, hasOpenDeals, readLostReasons, stagesOf } from '#core/pipeline/queries.ts';
import type { Act } from '#core/records/act.ts';
import { definedFields } from '#core/records/defined-fields.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord } from '#core/records/write.ts';
import { messageText } from '#shared/messages/message-text.ts';
import { stageColours } from '#shared/pipeline/contract.ts';
import type { LostReason, Pipeline, stageInputSchema } from '#shared/pipeline/contract.ts';
import { readyPipelines } from '#shared/pipeline/ready-pipelines.ts';
import type { Language, Settings } from '#shared/settings/contract.ts';
import type { z } from 'zod';

type StageInput = z.infer<typeof stageInputSchema>;

export interface PipelineInput {
  readonly name?: string | undefined;
  readonly cardFields?: Pipeline['cardFields'] | undefined;
  readonly position?: number | undefined;
  readonly stages?: readonly StageInput[] | undefined;
}

export type PipelineOutcome =
  | { readonly type: 'saved'; readonly pipeline: Pipeline }
  | { readonly type: 'notFound' }
  /** A stage that is to go has open deals. */
  | { readonly type: 'stageInUse'; readonly name: string }
  /** A stage is named by an id that is no stage of this pipeline. */
  | { readonly type: 'unknownStage'; readonly id: string };

const usualCardFields: Pipeline['cardFields'] = ['amount', 'nextTask', 'owner', 'stageDays', 'phone'];

/** Adds a pipeline after those there are. */
export function createPipeline(
  act: Act,
  { name, cardFields = usualCardFields, stages }: { readonly name: string } & Omit<PipelineInput, 'name' | 'position'>,
): Pipeline {
  const last = act.tx.readColumn<[], number | null>('SELECT max(position) FROM pipeline').get() ?? -1;
  const { id } = createRecord(act, pipelineRecord, {
    id: newId(),
    name,
    cardFields,
    position: last + 1,
    createdAt: act.at,
    archivedAt: null,
  });
  for (const [position, stage] of (stages ?? []).entries()) createStage(act, id, { stage, position });
  return findPipeline(act.tx, id) as Pipeline;
}

/** Adds the ready pipeline of a trade, and ready reasons for losing a deal where there are none yet. */
export function addReadyPipeline(act: Act, trade: Settings['trade'], language: Language): Pipeline {
  const ready = readyPipelines[trade];
  if (readLostReasons(act.tx).length === 0) {
    const reasons = ready.lostReasons.map((key) => ({ name: messageText(key, language) }));
    setLostReasons(act, reasons);
  }
  const stages = ready.stages.map(({ name, requiredFields, ...stage }) => ({
    ...stage,
    name: messageText(name, language),
    requiredFields: [...requiredFields],
  }));
  return createPipeline(act, { name: messageText(ready.name, language), stages });
}

/** Changes what is given. `stages` are all of them in order: those with an id are changed, others are new, the rest goes. */
export function changePipeline(act: Act, id: string, { stages, ...changes }: PipelineInput): PipelineOutcome {
  const before = findPipeline(act.tx, id);
  if (!before) return { type: 'notFound' };
  if (stages) {
    const kept = new Set(stages.map((stage) => stage.id));
    const inUse = before.stages.find((stage) => !kept.has(stage.id) && hasOpenDeals(act.tx, 'stage_id', stage.id));
    if (inUse) return { type: 'stageInUse', name: inUse.name };
    const unknown = stages.find((stage) => stage.id !== undefined && !before.stages.some((known) => known.id === stage.id));
    if (unknown?.id !== undefined) return { type: 'unknownStage', id: unknown.id };
    saveStages(act, before, stages);
  }
  changeRecord(act, pipelineRecord, { id, changes: definedFields(changes) });
  return { type: 'saved', pipeline: findPipeline(act.tx, id) ?? before };
}

/** Takes a pipeline away; deals closed in it keep it. */
export function archivePipeline(act: Act, id: string): 'archived' | 'inUse' | 'notFound' {
  if (!findPipeline(act.tx, id)) return 'notFound';
  if (hasOpenDeals(act.tx, 'pipeline_id', id)) return 'inUse';
  changeRecord(act, pipelineRecord, { id, changes: { archivedAt: act.at } });
  return 'archived';
}

/** All reasons in their order: those with an id are changed, others are new, the rest goes. */
export function setLostReasons(
  act: Act,
  reasons: readonly { readonly id?: string | undefined; readonly name: string }[],
): LostReason[] {
  const before = readLostReasons(act.tx);
  const kept = new Set(reasons.map(({ id }) => id));
  for (const { id } of before) if (!kept.has(id)) changeRecord(act, lostReasonRecord, { id, changes: { archivedAt: act.at } });
  for (const [position, { id, name }] of reasons.entries()) {
    const isKnown = id !== undefined && before.some((reason) => reason.id === id);
    if (isKnown) changeRecord(act, lostReasonRecord, { id, changes: { name, position } });
    else createRecord(act, lostReasonRecord, { id: newId(), name, position, archivedAt: null });
  }
  return readLostReasons(act.tx);
}

function saveStages(act: Act, before: Pipeline, stages: readonly StageInput[]) {
  const kept = new Set(stages.map(({ id }) => id));
  for (const { id } of stagesOf(act.tx, before.id))
    if (!kept.has(id)) changeRecord(act, stageRecord, { id, changes: { archivedAt: act.at } });
  for (const [position, { id, ...stage }] of stages.entries()) {
    if (id === undefined) createStage(act, before.id, { stage, position });
    else changeRecord(act, stageRecord, { id, changes: { ...definedFields(stage), position } });
  }
}

function createStage(
  act: Act,
  pipelineId: string,
  { stage, position }: { readonly stage: Omit<StageInput, 'id'>; readonly position: number },
) {
  createRecord(act, stageRecord, {
    id: newId(),
    pipelineId,
    position,
    name: stage.name,
    probability: stage.probability,
    rottingDays: stage.rottingDays ?? null,
    colour: stage.colour ?? stageColours[position % stageColours.length] ?? 'gray',
    requiredFields: stage.requiredFields ?? [],
    archivedAt: null,
  });
}
