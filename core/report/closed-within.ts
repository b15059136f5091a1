/**
 * A condition for deals in use that were closed in a span, its two parameters. Pipelines and statuses are named, so that the
 * index of closings answers.
 */
export const closedWithin = `deal.pipeline_id IN (SELECT id FROM pipeline) AND deal.status IN ('won', 'lost')
  AND deal.closed_at >= ? AND deal.closed_at < ? AND deal.deleted_at IS NULL AND deal.status <> 'open'`;
