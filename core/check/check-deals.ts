import type { Fault } from '#core/check/fault.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { dealRecord } from '#core/deal/deal.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { derivedFields } from '#core/deal/derived-fields.ts';
import { isSamePlace, visitsOf } from '#core/deal/stage-visits.ts';
import { decodeRow } from '#core/records/write.ts';

/** Compares what is worked out of each deal, and the visits that say where it was, with a recount. */
export function checkDeals(db: ReadDb): readonly Fault[] {
  const deals = { missing: 0, id: '' };
  const visits = { missing: 0, id: '' };
  const faults: Fault[] = [];
  for (const row of readDeals(db)) {
    const id = row['id'] as string;
    const deal = tryDecode(row);
    if (!deal) faults.push({ code: 'unreadable', table: 'deal', id });
    if (!deal) continue;
    const derived = Object.entries(derivedFields(db, deal));
    if (derived.some(([field, value]) => deal[field as keyof DealRow] !== value)) count(deals, id);
    if (!isWhereItIs(db, deal)) count(visits, id);
  }
  const strays = db.readColumn<[], number>(
    'SELECT count(*) FROM stage_visit WHERE NOT EXISTS (SELECT 1 FROM deal WHERE deal.id = stage_visit.deal_id)',
  );
  const extra = strays.get() ?? 0;
  if (deals.missing > 0) faults.push({ code: 'derived', table: 'deal', extra: 0, ...deals });
  if (visits.missing + extra > 0) faults.push({ code: 'derived', table: 'stage_visit', extra, ...visits });
  return faults;
}

/** The last visit is open and where the deal is, and each of those before ended when the next began. */
function isWhereItIs(db: ReadDb, deal: DealRow): boolean {
  const visits = visitsOf(db, deal.id);
  const last = visits.at(-1);
  if (!last || last.leftAt !== null || !isSamePlace(last, deal)) return false;
  return visits.slice(0, -1).every(({ leftAt }, index) => leftAt === visits[index + 1]?.enteredAt);
}

function count(tally: { missing: number; id: string }, id: string) {
  tally.missing += 1;
  tally.id ||= id;
}

function* readDeals(db: ReadDb): Generator<Record<string, unknown>> {
  const page = db.read<[number], Record<string, unknown>>('SELECT * FROM deal WHERE seq > ? ORDER BY seq LIMIT 1000');
  for (let rows = page.all(Number.MIN_SAFE_INTEGER); rows.length > 0; rows = page.all(rows.at(-1)?.['seq'] as number))
    yield* rows;
}

function tryDecode(row: Record<string, unknown>): DealRow | undefined {
  try {
    return decodeRow(dealRecord, row);
  } catch {
    return undefined;
  }
}
