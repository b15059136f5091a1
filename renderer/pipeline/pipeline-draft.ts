import { stageColours } from '#shared/pipeline/contract.ts';
import type { Pipeline, Stage } from '#shared/pipeline/contract.ts';

export interface StageDraft extends Pick<Stage, 'name' | 'probability' | 'rottingDays' | 'colour' | 'requiredFields'> {
  /** Tells rows apart while they are edited. */
  readonly key: string;
  /** Absent while it is new. */
  readonly id?: string;
}

export interface PipelineDraft extends Pick<Pipeline, 'name' | 'cardFields'> {
  readonly stages: readonly StageDraft[];
}

let lastKey = 0;

/** A stage to be added as the one at a place. */
export function newStage(index: number): StageDraft {
  lastKey += 1;
  return {
    key: `new-${lastKey}`,
    name: '',
    probability: Math.min(90, 10 + index * 20),
    rottingDays: null,
    colour: stageColours[(index + 1) % stageColours.length] ?? 'blue',
    requiredFields: [],
  };
}

export function draftOfPipeline(pipeline: Pipeline | 'new'): PipelineDraft {
  if (pipeline === 'new') return { name: '', cardFields: ['amount', 'nextTask'], stages: [newStage(0)] };
  return {
    name: pipeline.name,
    cardFields: pipeline.cardFields,
    stages: pipeline.stages.map(({ id, name, probability, rottingDays, colour, requiredFields }) => ({
      key: id,
      id,
      name,
      probability,
      rottingDays,
      colour,
      requiredFields,
    })),
  };
}

/** The stages as they are saved. */
export function stagesOf({ stages }: PipelineDraft) {
  return stages.map(({ id, name, probability, rottingDays, colour, requiredFields }) => ({
    ...(id === undefined ? {} : { id }),
    name: name.trim(),
    probability,
    rottingDays,
    colour,
    requiredFields,
  }));
}
