import type { ReadDb } from '#core/database/connection.ts';
import { zoneOfShop } from '#core/settings/zone-of-shop.ts';
import type { CallReport } from '#shared/call/contract.ts';
import { addDays, spanOfDay } from '#shared/time/zone.ts';

export interface CallReportRequest {
  /** ISO dates of the shop's days, both within the period. */
  readonly from: string;
  readonly to: string;
  readonly userId?: string | undefined;
}

type PersonFigures = CallReport['people'][number];
type DayFigures = CallReport['days'][number];

/** A call led to a deal that came within a week. Milliseconds. */
const leadsWithin = 7 * 86_400_000;
const longestPeriod = 1100;

/** Says whether a call is about a deal in use, or one of the same client came within a week after. */
function ledTo(condition: string): string {
  return `(EXISTS (SELECT 1 FROM deal WHERE deal.id = a.deal_id AND deal.deleted_at IS NULL ${condition})
    OR EXISTS (SELECT 1 FROM deal WHERE deal.party_id = a.party_id AND deal.created_at >= a.happened_at
      AND deal.created_at < a.happened_at + ${leadsWithin} AND deal.deleted_at IS NULL ${condition}))`;
}

export const callReportQueries = {
  people: `SELECT a.author_id AS userId, user.name AS name, count(*) AS calls, sum(a.direction IS 'out') AS out,
      sum(a.outcome IS 'reached') AS reached, sum(coalesce(a.duration, 0)) AS duration,
      sum(${ledTo('')}) AS ledToDeal, sum(${ledTo("AND deal.status = 'won'")}) AS won
    FROM activity a JOIN user ON user.id = a.author_id
    WHERE a.type = 'call' AND a.happened_at >= ? AND a.happened_at < ? AND ? IN ('', a.author_id)
    GROUP BY a.author_id ORDER BY calls DESC, name, userId`,
  days: `SELECT day.value ->> 'day' AS day, count(a.id) AS calls, coalesce(sum(a.outcome IS 'reached'), 0) AS reached
    FROM json_each(?) day LEFT JOIN activity a ON a.type = 'call' AND a.happened_at >= day.value ->> 'from'
      AND a.happened_at < day.value ->> 'to' AND ? IN ('', a.author_id)
    GROUP BY day.key ORDER BY day.key`,
} as const;

/** Calls of a period, by person and by day of the shop. */
export function reportCalls(db: ReadDb, { from, to, userId }: CallReportRequest): CallReport {
  const timeZone = zoneOfShop(db);
  const days: { day: string; from: number; to: number }[] = [];
  for (let day = from; day <= to && days.length < longestPeriod; day = addDays(day, 1))
    days.push({ day, ...spanOfDay(day, timeZone) });
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return { people: [], days: [] };
  const person = userId ?? '';
  return {
    people: db.read<[number, number, string], PersonFigures>(callReportQueries.people).all(first.from, last.to, person),
    days: db.read<[string, string], DayFigures>(callReportQueries.days).all(JSON.stringify(days), person),
  };
}
