import type { ReadDb } from '#core/database/connection.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { decodeRow } from '#core/records/write.ts';
import { zoneOfShop } from '#core/settings/zone-of-shop.ts';
import type { DealRow as ListedDeal, dealUrgencies } from '#shared/deal/contract.ts';
import type { DealStatus } from '#shared/deal/fields.ts';
import type { Phone } from '#shared/party/fields.ts';
import { endOfDay } from '#shared/time/zone.ts';

/** The moment by which it is told how a deal stands. UTC milliseconds. */
export interface Today {
  readonly now: number;
  /** The last millisecond of the shop's day. */
  readonly end: number;
}

const dayLong = 86_400_000;

export function todayOf(db: ReadDb, now: number): Today {
  return { now, end: endOfDay(now, zoneOfShop(db)) };
}

interface Beside {
  readonly partyTitle: string;
  readonly partyType: ListedDeal['partyType'];
  readonly phones: string;
  readonly tags: string;
  readonly ownerName: string | null;
  readonly stageName: string;
  readonly pipelineName: string;
  readonly stageProbability: number;
  readonly rottingDays: number | null;
}

type Columns = Beside & Readonly<Record<string, unknown>>;

const rowSql = `SELECT deal.*, party.title AS partyTitle, party.type AS partyType, party.phones, party.tags,
    user.name AS ownerName, stage.name AS stageName, stage.probability AS stageProbability, stage.rotting_days AS rottingDays,
    pipeline.name AS pipelineName
  FROM deal JOIN party ON party.id = deal.party_id JOIN stage ON stage.id = deal.stage_id
    JOIN pipeline ON pipeline.id = deal.pipeline_id LEFT JOIN user ON user.id = deal.owner_id`;

/** The deals with these rowids as lists show them, in their order; those gone since are left out. */
export function readDealRows(db: ReadDb, seqs: Iterable<number>, today: Today): ListedDeal[] {
  const bySeq = db.read<[number], Columns>(`${rowSql} WHERE deal.seq = ?`);
  const rows: ListedDeal[] = [];
  for (const seq of seqs) {
    const columns = bySeq.get(seq);
    if (columns) rows.push(toListedDeal(db, columns, today));
  }
  return rows;
}

/** A deal as lists show it. */
export function readDealRow(db: ReadDb, id: string, today: Today): ListedDeal | undefined {
  const columns = db.read<[string], Columns>(`${rowSql} WHERE deal.id = ?`).get(id);
  return columns && toListedDeal(db, columns, today);
}

function toListedDeal(db: ReadDb, columns: Columns, today: Today): ListedDeal {
  const { titleKey: _titleKey, ...deal } = decodeRow(dealRecord, columns);
  const phone = (JSON.parse(columns.phones) as Phone[])[0];
  const { rottingDays } = columns;
  return {
    ...deal,
    partyTitle: columns.partyTitle,
    partyType: columns.partyType,
    phone: phone?.e164 ?? phone?.raw ?? '',
    tags: JSON.parse(columns.tags) as string[],
    ownerName: columns.ownerName ?? '',
    stageName: columns.stageName,
    pipelineName: columns.pipelineName,
    probability: probabilityOf(deal.status, deal.ownProbability ?? columns.stageProbability),
    urgency: urgencyOf(deal.nextTaskAt, today),
    nextTaskTitle: deal.nextTaskAt === null ? '' : nextTaskTitle(db, deal.id),
    isRotting: deal.status === 'open' && rottingDays !== null && today.now - deal.stageSince > rottingDays * dayLong,
  };
}

function probabilityOf(status: DealStatus, open: number): number {
  if (status === 'open') return open;
  return status === 'won' ? 100 : 0;
}

/** The colour of a deal's card: what its next task says. */
function urgencyOf(nextTaskAt: number | null, { now, end }: Today): (typeof dealUrgencies)[number] {
  if (nextTaskAt === null) return 'nothingPlanned';
  if (nextTaskAt < now) return 'overdue';
  return nextTaskAt <= end ? 'today' : 'later';
}

function nextTaskTitle(db: ReadDb, dealId: string): string {
  const title = db.readColumn<[string], string>(
    `SELECT title FROM task WHERE deal_id = ? AND status = 'open' AND due_at IS NOT NULL ORDER BY due_at LIMIT 1`,
  );
  return title.get(dealId) ?? '';
}
