import { defineRecordType } from '#core/records/record-type.ts';
import type { LostReason, Pipeline, Stage } from '#shared/pipeline/contract.ts';

interface Archivable {
  readonly archivedAt: number | null;
}
export type PipelineRow = Omit<Pipeline, 'stages'> & Archivable & { readonly createdAt: number };
export type StageRow = Stage & Archivable;
export type LostReasonRow = LostReason & Archivable;

export const pipelineRecord = defineRecordType<PipelineRow>({
  name: 'pipeline',
  table: 'pipeline',
  fields: {
    name: { column: 'name' },
    position: { column: 'position' },
    cardFields: { column: 'card_fields', json: true },
    createdAt: { column: 'created_at' },
    archivedAt: { column: 'archived_at' },
  },
  describe: (pipeline) => pipeline.name,
});

export const stageRecord = defineRecordType<StageRow>({
  name: 'stage',
  table: 'stage',
  fields: {
    pipelineId: { column: 'pipeline_id' },
    name: { column: 'name' },
    position: { column: 'position' },
    probability: { column: 'probability' },
    rottingDays: { column: 'rotting_days' },
    colour: { column: 'colour' },
    requiredFields: { column: 'required_fields', json: true },
    archivedAt: { column: 'archived_at' },
  },
  references: [{ field: 'pipelineId', to: 'pipeline', onPurge: 'purge' }],
  describe: (stage) => stage.name,
  // Where deals have been is told by name.
  isNeeded: (stage, db) =>
    db.readColumn<[string], number>('SELECT 1 FROM stage_visit WHERE stage_id = ? LIMIT 1').get(stage.id) !== undefined,
});

export const lostReasonRecord = defineRecordType<LostReasonRow>({
  name: 'lost_reason',
  table: 'lost_reason',
  fields: {
    name: { column: 'name' },
    position: { column: 'position' },
    archivedAt: { column: 'archived_at' },
  },
  describe: (reason) => reason.name,
});
