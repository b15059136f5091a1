import type { ReadDb } from '#core/database/connection.ts';
import { daysOf } from '#core/report/period.ts';
import type { Period } from '#core/report/period.ts';
import { zoneOfShop } from '#core/settings/zone-of-shop.ts';
import { orderStates } from '#shared/report/contract.ts';
import type { Order, OrderState } from '#shared/report/contract.ts';
import { addDays, dateAt, spanOfDay, weekdayOf } from '#shared/time/zone.ts';

const dayLength = 86_400_000;

interface OrdersRequest extends Period {
  readonly state?: OrderState | undefined;
  readonly ownerId?: string | undefined;
  readonly offset: number;
  readonly limit: number;
  /** UTC milliseconds. */
  readonly now: number;
}

interface Orders {
  readonly counts: Record<OrderState, number>;
  readonly rows: Order[];
  readonly total: number;
  readonly done: { won: number; promised: number; onTime: number };
}

/** An open deal's state: its work has a moment, its closing a day. Parameters: this day's moment and date, next week's, the owner. */
const stated = `SELECT deal.seq, coalesce(deal.work_at, unixepoch(deal.expected_close) * 1000) AS promised,
    CASE WHEN deal.work_at < ? OR (deal.work_at IS NULL AND deal.expected_close < ?) THEN 'late'
      WHEN deal.work_at < ? OR (deal.work_at IS NULL AND deal.expected_close < ?) THEN 'week'
      WHEN deal.work_at IS NULL AND deal.expected_close IS NULL THEN 'none' ELSE 'later' END AS state
  FROM deal WHERE deal.status = 'open' AND deal.deleted_at IS NULL AND ? IN ('', deal.owner_id)`;

export const orderQueries = {
  counts: `SELECT state, count(*) AS count FROM (${stated}) GROUP BY state`,
  page: `SELECT seq, state FROM (${stated}) WHERE ? IN ('', state) ORDER BY promised IS NULL, promised, seq LIMIT ? OFFSET ?`,
  /** Parameters: the days of a period as JSON, the owner. On its day is also before it. */
  done: `SELECT count(deal.seq) AS won, count(coalesce(deal.work_at, deal.expected_close)) AS promised,
      coalesce(sum(iif(deal.work_at IS NULL, deal.expected_close >= day.value ->> 'day', deal.work_at >= day.value ->> 'from')), 0) AS onTime
    FROM json_each(?) day CROSS JOIN deal
    WHERE deal.pipeline_id IN (SELECT id FROM pipeline) AND deal.status = 'won' AND deal.closed_at >= day.value ->> 'from'
      AND deal.closed_at < day.value ->> 'to' AND deal.deleted_at IS NULL AND deal.status <> 'open' AND ? IN ('', deal.owner_id)`,
} as const;

type Bounds = readonly [today: number, date: string, week: number, weekDate: string, ownerId: string];
type OrderRow = Omit<Order, 'state' | 'promised' | 'lateDays'> & {
  readonly workAt: number | null;
  readonly expectedClose: string | null;
};

/** Open deals by the day they were promised for; and of those won in the period, how many kept theirs. */
export function readOrders(db: ReadDb, { state, ownerId = '', offset, limit, now, ...period }: OrdersRequest): Orders {
  const timeZone = zoneOfShop(db);
  const today = dateAt(now, timeZone);
  const monday = addDays(today, 8 - weekdayOf(today));
  const [thisDay, nextWeek] = [spanOfDay(today, timeZone).from, spanOfDay(monday, timeZone).from];
  const bounds: Bounds = [thisDay, today, nextWeek, monday, ownerId];
  const counts = { late: 0, week: 0, later: 0, none: 0 };
  for (const row of db.read<[...Bounds], { state: OrderState; count: number }>(orderQueries.counts).all(...bounds))
    counts[row.state] = row.count;
  const found = db
    .read<[...Bounds, string, number, number], { seq: number; state: OrderState }>(orderQueries.page)
    .all(...bounds, state ?? '', limit, offset);
  const one = db.read<[number], OrderRow>(orderSql);
  const rows = found.flatMap((place) => {
    const row = one.get(place.seq);
    return row ? [toOrder(row, { state: place.state, today, timeZone })] : [];
  });
  const total = state === undefined ? orderStates.reduce((sum, each) => sum + counts[each], 0) : counts[state];
  const days = JSON.stringify(daysOf(period, timeZone));
  const done = db.read<[string, string], Orders['done']>(orderQueries.done).get(days, ownerId);
  return { counts, rows, total, done: done ?? { won: 0, promised: 0, onTime: 0 } };
}

const orderSql = `SELECT deal.id, deal.title, deal.party_id AS partyId, party.type AS partyType, party.title AS partyTitle,
    deal.owner_id AS ownerId, stage.name AS stageName, deal.work_at AS workAt, deal.expected_close AS expectedClose,
    deal.currency, deal.amount, deal.paid
  FROM deal JOIN party ON party.id = deal.party_id JOIN stage ON stage.id = deal.stage_id WHERE deal.seq = ?`;

interface Standing {
  readonly state: OrderState;
  readonly today: string;
  readonly timeZone: string;
}

function toOrder({ workAt, expectedClose, ...row }: OrderRow, { state, today, timeZone }: Standing): Order {
  const promised = workAt === null ? expectedClose : dateAt(workAt, timeZone);
  const lateDays = promised === null || promised >= today ? 0 : (Date.parse(today) - Date.parse(promised)) / dayLength;
  return { ...row, state, promised, lateDays };
}
