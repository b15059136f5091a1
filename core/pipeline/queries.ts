import { pipelineRecord, stageRecord, lostReasonRecord } from '#core/pipeline/pipeline.ts';
import type { PipelineRow } from '#core/pipeline/pipeline.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { decodeRow, readRecord } from '#core/records/write.ts';
import type { LostReason, Pipeline, Stage } from '#shared/pipeline/contract.ts';

const openDealIn = (column: string, id: string) =>
  `EXISTS (SELECT 1 FROM deal WHERE deal.${column} = ${id} AND status = 'open' AND deleted_at IS NULL)`;

/**
 * Pipelines in use with their stages, in order. One that was taken away is among them while an open deal is in it, as an undo
 * can bring about: no deal is out of sight.
 */
export function readPipelines(db: ReadDb): Pipeline[] {
  return db
    .read<[], Record<string, unknown>>(
      `SELECT * FROM pipeline WHERE archived_at IS NULL OR ${openDealIn('pipeline_id', 'pipeline.id')} ORDER BY position, created_at, id`,
    )
    .all()
    .map((row) => toPipeline(db, decodeRow(pipelineRecord, row)));
}

/** A pipeline with its stages, also one that was taken away. */
export function findPipeline(db: ReadDb, id: string): Pipeline | undefined {
  const found = readRecord(db, pipelineRecord, id);
  return found && toPipeline(db, found.row);
}

/** The one that deals go into unless another is named. */
export function firstPipeline(db: ReadDb): Pipeline | undefined {
  const first = db.read<[], Record<string, unknown>>(
    'SELECT * FROM pipeline WHERE archived_at IS NULL ORDER BY position, created_at, id LIMIT 1',
  );
  const row = first.get();
  return row && toPipeline(db, decodeRow(pipelineRecord, row));
}

/** A stage in use, of a pipeline in use. */
export function findStage(db: ReadDb, id: string): Stage | undefined {
  const row = readRecord(db, stageRecord, id)?.row;
  if (row?.archivedAt !== null || readRecord(db, pipelineRecord, row.pipelineId)?.row.archivedAt !== null) return undefined;
  return withoutArchivedAt(row);
}

/** Stages of a pipeline in order, with those that were taken away but have an open deal. */
export function stagesOf(db: ReadDb, pipelineId: string): Stage[] {
  return db
    .read<[string], Record<string, unknown>>(
      `SELECT * FROM stage WHERE pipeline_id = ? AND (archived_at IS NULL OR ${openDealIn('stage_id', 'stage.id')})
       ORDER BY position, id`,
    )
    .all(pipelineId)
    .map((row) => withoutArchivedAt(decodeRow(stageRecord, row)));
}

export function hasOpenDeals(db: ReadDb, column: 'pipeline_id' | 'stage_id', id: string): boolean {
  return db.readColumn<[string], number>(`SELECT ${openDealIn(column, '?')}`).get(id) === 1;
}

export function readLostReasons(db: ReadDb): LostReason[] {
  return db
    .read<[], Record<string, unknown>>('SELECT * FROM lost_reason WHERE archived_at IS NULL ORDER BY position, id')
    .all()
    .map((row) => withoutArchivedAt(decodeRow(lostReasonRecord, row)));
}

function toPipeline(db: ReadDb, { id, name, position, cardFields }: PipelineRow): Pipeline {
  return { id, name, position, cardFields, stages: stagesOf(db, id) };
}

function withoutArchivedAt<Row extends { readonly archivedAt: number | null }>({ archivedAt: _archivedAt, ...row }: Row) {
  return row;
}
