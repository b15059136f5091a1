import type { ReadDb } from '#core/database/connection.ts';
import { boardAtOnce } from '#core/deal/board-at-once.ts';
import { boardByIndexes } from '#core/deal/deal-board.ts';
import type { Board, BoardSort } from '#core/deal/deal-board.ts';
import { readDealCard } from '#core/deal/deal-card.ts';
import { compileDealFilter } from '#core/deal/deal-filter.ts';
import type { Conditions, DealFilter } from '#core/deal/deal-filter.ts';
import { listDeals } from '#core/deal/deal-list.ts';
import { readDealRows, todayOf } from '#core/deal/deal-rows.ts';
import type { Today } from '#core/deal/deal-rows.ts';
import { forecastDeals } from '#core/deal/forecast.ts';
import { visitsOf } from '#core/deal/stage-visits.ts';
import { readStatistics } from '#core/deal/statistics.ts';
import { findDeal } from '#core/deal/deal.ts';
import { refusalOf } from '#core/filter/compile-where.ts';
import { stageRecord } from '#core/pipeline/pipeline.ts';
import { findPipeline } from '#core/pipeline/queries.ts';
import { readAsOf } from '#core/report/as-of.ts';
import { dealsInReach } from '#core/people/viewer/in-reach.ts';
import { procedures } from '#core/procedure.ts';
import { readRecord } from '#core/records/write.ts';
import { zoneOfShop } from '#core/settings/zone-of-shop.ts';
import { foldWords } from '#shared/text/fold-text.ts';
import { spanOfDay } from '#shared/time/zone.ts';

const { deal } = procedures;

export const dealReadHandlers = {
  board: deal.board.handler(({ context: { core, actor }, input, errors }) => {
    const { db, now } = core.store;
    const pipeline = findPipeline(db, input.pipelineId);
    if (!pipeline) throw errors.NOT_FOUND({ data: { id: input.pipelineId } });
    const compiled = compileDealFilter(input.filter, { store: core.store, actor });
    if (compiled.type === 'refused') throw errors.REFUSED({ data: refusalOf(compiled.problems) });
    const { filter, sort, perColumn: limit } = input;
    const today = todayOf(db, now());
    const board = readBoard(db, { of: { column: 'pipeline_id', id: pipeline.id }, filter, sort, today }, compiled);
    const columns = pipeline.stages.map((stage) => {
      const rows = readDealRows(db, board.page(stage.id, { offset: 0, limit }), today);
      return { stage, ...board.sums(stage), rows };
    });
    return { columns };
  }),
  column: deal.column.handler(({ context: { core, actor }, input, errors }) => {
    const { db, now } = core.store;
    const { stageId, filter, sort, offset, limit } = input;
    if (readRecord(db, stageRecord, stageId)?.row.pipelineId !== input.pipelineId)
      throw errors.NOT_FOUND({ data: { id: stageId } });
    const compiled = compileDealFilter(input.filter, { store: core.store, actor });
    if (compiled.type === 'refused') throw errors.REFUSED({ data: refusalOf(compiled.problems) });
    const today = todayOf(db, now());
    const board = readBoard(db, { of: { column: 'stage_id', id: stageId }, filter, sort, today }, compiled);
    return { rows: readDealRows(db, board.page(stageId, { offset, limit }), today) };
  }),
  list: deal.list.handler(({ context: { core, actor }, input, errors }) => {
    const { db, now } = core.store;
    const conditions = compileDealFilter(input.filter, { store: core.store, actor });
    if (conditions.type === 'refused') throw errors.REFUSED({ data: refusalOf(conditions.problems) });
    const { sort, offset, limit } = input;
    return listDeals(db, { conditions, sort, offset, limit, today: todayOf(db, now()) });
  }),
  get: deal.get.handler(({ context: { core }, input: { id }, errors }) => {
    const found = readDealCard(core.store.db, id, todayOf(core.store.db, core.store.now()));
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    return found;
  }),
  stages: deal.stages.handler(({ context: { core }, input: { id }, errors }) => {
    const { db } = core.store;
    if (!findDeal(db, id)) throw errors.NOT_FOUND({ data: { id } });
    return visitsOf(db, id).map(({ actId: _actId, ...visit }) => ({
      ...visit,
      stageName: readRecord(db, stageRecord, visit.stageId)?.row.name ?? '',
    }));
  }),
  forecast: deal.forecast.handler(({ context: { core, actor }, input, errors }) => {
    const conditions = compileDealFilter({ ...input, status: 'open' }, { store: core.store, actor });
    if (conditions.type === 'refused') throw errors.REFUSED({ data: refusalOf(conditions.problems) });
    return { months: forecastDeals(core.store.db, conditions), asOf: readAsOf(core.store.db) };
  }),
  statistics: deal.statistics.handler(({ context: { core }, input, errors }) => {
    const { db } = core.store;
    const pipeline = findPipeline(db, input.pipelineId);
    if (!pipeline) throw errors.NOT_FOUND({ data: { id: input.pipelineId } });
    const timeZone = zoneOfShop(db);
    const span = { from: spanOfDay(input.from, timeZone).from, to: spanOfDay(input.to, timeZone).to };
    return readStatistics(db, pipeline, span);
  }),
};

interface BoardRequest {
  /** Which columns are wanted. */
  readonly of: { readonly column: 'pipeline_id' | 'stage_id'; readonly id: string };
  readonly filter: DealFilter;
  readonly sort: BoardSort;
  readonly today: Today;
}

function readBoard(db: ReadDb, { filter, ...request }: BoardRequest, compiled: Conditions): Board {
  if (dealsInReach(db) !== null || foldWords(filter.text ?? '').length > 0) return boardAtOnce(db, request, compiled);
  const isFiltered = Object.values(filter).some((value) => value !== undefined && value !== '');
  return boardByIndexes(db, { ...request, conditions: isFiltered ? compiled : null });
}
