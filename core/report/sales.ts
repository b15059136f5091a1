import type { ReadDb } from '#core/database/connection.ts';
import type { Conditions } from '#core/deal/deal-filter.ts';
import { closedWithin } from '#core/report/closed-within.ts';
import { readProductSales } from '#core/report/product-sales.ts';
import { monthsOf, spanOf } from '#core/report/period.ts';
import type { Period } from '#core/report/period.ts';
import { groupings, ungrouped } from '#core/report/sales-groupings.ts';
import type { Grouping } from '#core/report/sales-groupings.ts';
import { SalesLedger } from '#core/report/sales-ledger.ts';
import type { Closed } from '#core/report/sales-ledger.ts';
import { zoneOfShop } from '#core/settings/zone-of-shop.ts';
import type { SalesGrouping, SalesRow } from '#shared/report/contract.ts';
import type { Span } from '#shared/time/zone.ts';

interface SalesRequest extends Period {
  readonly by: SalesGrouping;
  /** A condition for deals; requests aren't counted then. */
  readonly where: Conditions | null;
}

type Totals = Omit<SalesRow, 'key' | 'name'>;

/** Sales of a period; what brought most comes first, months come in order. */
export function readSales(db: ReadDb, { by, where, ...period }: SalesRequest): { rows: SalesRow[]; totals: Totals } {
  const timeZone = zoneOfShop(db);
  const span = spanOf(period, timeZone);
  const countsLeads = where === null && by !== 'product' && leadsOf(by) !== null;
  const all = new SalesLedger({ countsLeads });
  all.open('');
  if (by === 'product') {
    fill([all], db, { span, where, grouping: ungrouped });
    return { rows: readProductSales(db, { span, where }).toSorted(byWeight), totals: totalsOf(all) };
  }
  if (by === 'month') {
    const ledger = new SalesLedger({ countsLeads });
    for (const { month, ...days } of monthsOf(period)) {
      ledger.open(month);
      fill([ledger, all], db, { span: spanOf(days, timeZone), where, grouping: ungrouped, key: month });
    }
    return { rows: ledger.rows(), totals: totalsOf(all) };
  }
  const grouping = groupings[by];
  const ledger = new SalesLedger({ isText: grouping.isText ?? false, countsLeads });
  fill([ledger, all], db, { span, where, grouping });
  return { rows: named(db, by, ledger.rows()).toSorted(byWeight), totals: totalsOf(all) };
}

function totalsOf(all: SalesLedger): Totals {
  const [{ key: _key, name: _name, ...totals }] = all.rows() as [SalesRow];
  return totals;
}

interface Filling {
  readonly span: Span;
  readonly where: Conditions | null;
  readonly grouping: Grouping;
  /** The key of everything counted, instead of the grouping's. */
  readonly key?: string;
}

/** Counts into the first ledger by key, and into the second all together. */
function fill(
  [ledger, all]: readonly [SalesLedger, SalesLedger?],
  db: ReadDb,
  { span: { from, to }, where, grouping, key: given }: Filling,
): void {
  const sql = salesSql(grouping, where?.sql ?? null);
  const parameters = [from, to, ...(where?.parameters ?? [])];
  for (const { key, count } of db.read<(string | number)[], { key: string; count: number }>(sql.begun).all(...parameters)) {
    ledger.addBegun(given ?? key, count);
    all?.addBegun('', count);
  }
  for (const { key, ...closed } of db.read<(string | number)[], Closed & { key: string }>(sql.closed).all(...parameters)) {
    ledger.addClosed(given ?? key, closed);
    all?.addClosed('', closed);
  }
  if (sql.leads === null || where !== null) return;
  const leads = db.read<[number, number], { key: string; leads: number; accepted: number }>(sql.leads);
  for (const { key, ...counts } of leads.all(from, to)) {
    ledger.addLeads(given ?? key, counts);
    all?.addLeads('', counts);
  }
}

/** SQL of what was begun, closed and asked for in a span, which is its first two parameters. */
export function salesSql(
  { deal, lead, ofClient = false }: Grouping,
  where: string | null,
): { readonly begun: string; readonly closed: string; readonly leads: string | null } {
  const condition = where === null ? '' : ` AND ${where}`;
  const client = ofClient ? ' JOIN party ON party.id = deal.party_id' : '';
  const asker = ofClient ? ' LEFT JOIN party ON party.id = lead.party_id' : '';
  return {
    begun: `SELECT ${deal} AS key, count(*) AS count FROM deal${client}
      WHERE deal.created_at >= ? AND deal.created_at < ? AND deal.deleted_at IS NULL${condition} GROUP BY 1`,
    closed: `SELECT ${deal} AS key, deal.status, deal.currency, count(*) AS count, total(deal.amount) AS amount,
        total(deal.closed_at - deal.created_at) AS time FROM deal${client}
      WHERE ${closedWithin}${condition} GROUP BY 1, deal.status, deal.currency`,
    leads:
      lead &&
      `SELECT ${lead} AS key, count(*) AS leads, sum(lead.status = 'accepted') AS accepted FROM lead${asker}
       WHERE lead.status IN ('new', 'accepted', 'rejected') AND lead.received_at >= ? AND lead.received_at < ? GROUP BY 1`,
  };
}

function leadsOf(by: Exclude<SalesGrouping, 'product'>): string | null {
  return by === 'month' ? ungrouped.lead : groupings[by].lead;
}

/** People and branches have names of their own. */
function named(db: ReadDb, by: SalesGrouping, rows: readonly SalesRow[]): readonly SalesRow[] {
  if (by !== 'owner' && by !== 'branch') return rows;
  const name = db.readColumn<[string], string>(`SELECT name FROM ${by === 'owner' ? 'user' : 'branch'} WHERE id = ?`);
  return rows.map((row) => ({ ...row, name: name.get(row.key) ?? '' }));
}

function byWeight(one: SalesRow, other: SalesRow): number {
  return (
    (other.sums[0]?.amount ?? 0) - (one.sums[0]?.amount ?? 0) ||
    other.won - one.won ||
    other.deals - one.deals ||
    (other.leads ?? 0) - (one.leads ?? 0) ||
    (one.key < other.key ? -1 : 1)
  );
}
