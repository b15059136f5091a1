import type { ReadDb } from '#core/database/connection.ts';
import { sumDeals } from '#core/deal/deal-list.ts';
import type { DealSums } from '#shared/deal/contract.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';
import type { Span } from '#shared/time/zone.ts';

interface StageFigures {
  readonly stageId: string;
  readonly stageName: string;
  readonly entered: number;
  /** Milliseconds; null where no visit ended. */
  readonly averageTime: number | null;
  readonly movedOn: number;
  readonly lost: number;
}

export interface Statistics {
  readonly stages: StageFigures[];
  readonly won: DealSums;
  readonly lost: DealSums;
  readonly lostReasons: { reasonId: string | null; name: string; count: number }[];
}

interface Counts {
  readonly entered: number;
  readonly averageTime: number | null;
  readonly movedOn: number | null;
  readonly lost: number | null;
}

/** A visit to where the deal was open, and where it went next; of deals in use. A deal that comes to a stage again counts again. */
const stageSql = `SELECT count(*) AS entered, avg(visit.left_at - visit.entered_at) AS averageTime,
    sum(next.status = 'won' OR (next.status = 'open' AND next.pipeline_id = visit.pipeline_id AND next_stage.position > ?)) AS movedOn,
    sum(next.status = 'lost') AS lost
  FROM stage_visit visit JOIN deal ON deal.id = visit.deal_id AND deal.deleted_at IS NULL
    LEFT JOIN stage_visit next ON next.seq = (
      SELECT min(seq) FROM stage_visit later WHERE later.deal_id = visit.deal_id AND later.seq > visit.seq)
    LEFT JOIN stage next_stage ON next_stage.id = next.stage_id
  WHERE visit.pipeline_id = ? AND visit.stage_id = ? AND visit.status = 'open' AND visit.entered_at >= ? AND visit.entered_at < ?`;

/** How deals went through a pipeline: those that came to each stage within the span, and those closed in it. */
export function readStatistics(db: ReadDb, pipeline: Pipeline, { from, to }: Span): Statistics {
  const counts = db.read<[number, string, string, number, number], Counts>(stageSql);
  const stages = pipeline.stages.map(({ id, name, position }) => {
    const { entered = 0, averageTime = null, movedOn, lost } = counts.get(position, pipeline.id, id, from, to) ?? {};
    return { stageId: id, stageName: name, entered, averageTime, movedOn: movedOn ?? 0, lost: lost ?? 0 };
  });
  const closed = (status: 'won' | 'lost') => ({
    sql: `deal.pipeline_id = ? AND deal.status = '${status}' AND deal.closed_at >= ? AND deal.closed_at < ? AND deal.deleted_at IS NULL AND deal.status <> 'open'`,
    parameters: [pipeline.id, from, to],
  });
  const lost = closed('lost');
  const lostReasons = db
    .read<(string | number)[], { reasonId: string | null; name: string; count: number }>(
      `SELECT lost_reason_id AS reasonId, coalesce(lost_reason.name, '') AS name, count(*) AS count
       FROM deal LEFT JOIN lost_reason ON lost_reason.id = lost_reason_id WHERE ${lost.sql} GROUP BY lost_reason_id ORDER BY count DESC, name`,
    )
    .all(...lost.parameters);
  return { stages, won: sumDeals(db, closed('won')), lost: sumDeals(db, lost), lostReasons };
}
