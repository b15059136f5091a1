import { call } from '@orpc/server';
import { connect } from '#core/database/connection.ts';
import { databasePath } from '#core/database/open-database.ts';
import { router } from '#core/router.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';
import type { Reading } from '#test/bench/base-data.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { compare } from '#test/bench/measure.ts';
import { stagesOfBoard } from '#test/bench/sales-base.ts';

const cards = 30;
const rounds = 40;

/** The board, a column scrolled, a card dragged, the forecast and somebody's day, over a base of open deals. */
export async function measureSales(reading: Reading): Promise<readonly Figure[]> {
  const { context } = reading;
  const pipelines = await call(router.pipeline.list, undefined, { context });
  const pipeline = pipelines.find(({ stages }) => stages.length === stagesOfBoard);
  if (!pipeline) throw new Error('the base has no board');
  return [
    await measureBoard(reading, pipeline),
    ...(await measureColumn(reading, pipeline)),
    await measureDrag(reading, pipeline),
    await measureForecast(reading, pipeline),
    await measureDay(reading),
    await measureSalesBySource(reading),
  ];
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const inColumn = "stage_id = ? AND status = 'open' AND deleted_at IS NULL";

async function measureBoard({ context, raw }: Reading, { id: pipelineId, stages }: Pipeline): Promise<Figure> {
  const sums = raw.read<[string], unknown>(
    `SELECT currency, count(*), sum(amount), sum(amount * coalesce(own_probability, 50)) FROM deal WHERE ${inColumn} GROUP BY currency`,
  );
  const page = raw.read<[string, number], unknown>(`SELECT * FROM deal WHERE ${inColumn} ORDER BY next_task_at, seq LIMIT ?`);
  const compared = await compare({
    questions: times(rounds),
    ours: () => call(router.deal.board, { pipelineId, perColumn: cards }, { context }),
    ceiling: () => stages.map(({ id }) => [sums.all(id), page.all(id, cards)]),
  });
  return toFigure(`Board: ${stages.length} columns with counts, sums and ${cards} cards each`, {
    ...compared,
    goal: { atMost: 150 },
  });
}

async function measureColumn({ context, raw }: Reading, { id: pipelineId, stages }: Pipeline): Promise<readonly Figure[]> {
  const [stage] = stages;
  if (!stage) return [];
  const inStage = raw.readColumn<[string], number>(`SELECT count(*) FROM deal WHERE ${inColumn}`).get(stage.id) ?? 0;
  const page = raw.read<[string, number, number], unknown>(
    `SELECT * FROM deal WHERE ${inColumn} AND next_task_at > ? ORDER BY next_task_at, seq LIMIT ?`,
  );
  const figures: Figure[] = [];
  for (const [place, share] of Object.entries({ start: 0, middle: 0.5, end: 0.98 })) {
    const from = Math.floor(inStage * share);
    const compared = await compare({
      questions: times(rounds).map((index) => from + index),
      ours: (offset) => call(router.deal.column, { pipelineId, stageId: stage.id, offset, limit: cards }, { context }),
      ceiling: () => page.all(stage.id, 0, cards),
    });
    figures.push(toFigure(`Column: ${cards} cards at its ${place}`, { ...compared, goal: { atMost: 10 } }));
  }
  return figures;
}

/** A card dragged to the next column, and a bare UPDATE of as many indexed columns, each written to disk. */
async function measureDrag({ context, raw }: Reading, { stages }: Pipeline): Promise<Figure> {
  const ids = raw
    .readColumn<[number], string>("SELECT id FROM deal WHERE status = 'open' AND deleted_at IS NULL ORDER BY seq LIMIT ?")
    .all(rounds);
  const writer = connect(databasePath(context.core.dataDirectory));
  try {
    let turn = 0;
    const compared = await compare({
      questions: ids,
      ours: (id) => call(router.deal.move, { id, stageId: stages[(turn += 1) % stages.length]?.id ?? '' }, { context }),
      ceiling: (id) => {
        const stageId = stages[(turn += 1) % stages.length]?.id;
        writer.transaction((tx) =>
          tx.write('UPDATE deal SET stage_id = ?, stage_since = ?, updated_at = ? WHERE id = ?').run(stageId, turn, turn, id),
        );
      },
    });
    return toFigure('Drag: a deal moved to another column, saved and read again', { ...compared, goal: { atMost: 50 } });
  } finally {
    writer.close();
  }
}

async function measureForecast({ context, raw }: Reading, { id: pipelineId }: Pipeline): Promise<Figure> {
  const sums = raw.read<[string], unknown>(
    `SELECT substr(expected_close, 1, 7) AS month, currency, count(*), sum(amount), sum(amount * coalesce(own_probability, 50)) FROM deal
     WHERE pipeline_id = ? AND status = 'open' AND deleted_at IS NULL GROUP BY month, currency`,
  );
  const compared = await compare({
    questions: times(rounds),
    ours: () => call(router.deal.forecast, { pipelineId }, { context }),
    ceiling: () => sums.all(pipelineId),
  });
  return toFigure('Forecast by month', { ...compared, goal: { ratio: 2 } });
}

async function measureDay({ context, raw }: Reading): Promise<Figure> {
  const { userId } = context.actor;
  const due = raw.read<[string], unknown>(
    "SELECT * FROM task WHERE assignee_id = ? AND status = 'open' ORDER BY due_at LIMIT 400",
  );
  const compared = await compare({
    questions: times(rounds),
    ours: () => call(router.task.day, {}, { context }),
    ceiling: () => due.all(userId),
  });
  const open =
    raw.readColumn<[string], number>("SELECT count(*) FROM task WHERE assignee_id = ? AND status = 'open'").get(userId) ?? 0;
  return toFigure(`My day, of ${open.toLocaleString('en')} open tasks`, { ...compared, goal: { atMost: 100 } });
}

/** Of a year in which all deals began, by where they came from. */
async function measureSalesBySource({ context, raw }: Reading): Promise<Figure> {
  const closed =
    "deleted_at IS NULL AND status <> 'open' AND pipeline_id IN (SELECT id FROM pipeline) AND status IN ('won', 'lost')";
  const queries = [
    'SELECT source, count(*) FROM deal WHERE created_at >= ? AND created_at < ? AND deleted_at IS NULL GROUP BY source',
    `SELECT source, status, currency, count(*), sum(amount) FROM deal WHERE ${closed} AND closed_at >= ? AND closed_at < ? GROUP BY 1, 2, 3`,
    "SELECT source, count(*) FROM lead WHERE status IN ('new', 'accepted', 'rejected') AND received_at >= ? AND received_at < ? GROUP BY source",
  ].map((sql) => raw.read<[number, number], unknown>(sql));
  const newest = raw.readColumn<[], number>('SELECT max(created_at) FROM deal').get() ?? 0;
  const [from, to] = [newest - 364 * 86_400_000, newest];
  const period = { from: new Date(from).toISOString().slice(0, 10), to: new Date(to).toISOString().slice(0, 10) };
  const compared = await compare({
    questions: times(rounds / 4),
    ours: () => call(router.report.sales, { ...period, by: 'source' }, { context }),
    ceiling: () => queries.map((query) => query.all(from, to)),
  });
  return toFigure('Sales of a year by source', { ...compared, goal: { atMost: 500 } });
}
