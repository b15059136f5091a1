import type { ReadDb } from '#core/database/connection.ts';
import { sumsOfParty } from '#core/payment/queries.ts';
import { readBoughtWith } from '#core/report/bought-with.ts';
import { toBilled } from '#core/report/sales-ledger.ts';
import { quantityOf } from '#shared/deal/line-amounts.ts';
import type { PricedLine } from '#shared/deal/line-amounts.ts';
import type { Billed, BoughtAt, Suggestion } from '#shared/report/contract.ts';
import { filterKey } from '#shared/filter/filter-key.ts';

interface Owned {
  readonly productId: string | null;
  readonly name: string;
  readonly unit: PricedLine['unit'];
  quantity: number;
  readonly lastAt: number;
  readonly dealId: string;
  readonly branchId: string | null;
  readonly branchName: string | null;
}

interface Purchases {
  readonly won: number;
  readonly sums: Billed[];
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly averageGap: number | null;
  readonly owned: Owned[];
  readonly boughtAt: BoughtAt[];
  readonly suggestions: Suggestion[];
  readonly toPay: { currency: string; amount: number }[];
}

interface Won {
  readonly currency: string;
  readonly amount: number;
  readonly closedAt: number;
  readonly branchId: string | null;
  readonly branchName: string | null;
}

type BoughtLine = PricedLine & { readonly productId: string | null; readonly name: string } & Pick<
    Owned,
    'lastAt' | 'dealId' | 'branchId' | 'branchName'
  >;

const dayLength = 86_400_000;
const wonOf = "deal.party_id = ? AND deal.status = 'won' AND deal.deleted_at IS NULL";

const placeOf = 'deal.branch_id AS branchId, branch.name AS branchName';
const atBranch = 'LEFT JOIN branch ON branch.id = deal.branch_id';

/** What a client bought: the deals won, and what was in them. */
export function readPurchases(db: ReadDb, partyId: string): Purchases {
  const won = db
    .read<[string], Won>(
      `SELECT deal.currency, deal.amount, coalesce(deal.closed_at, deal.created_at) AS closedAt, ${placeOf}
       FROM deal ${atBranch} WHERE ${wonOf} ORDER BY closedAt`,
    )
    .all(partyId);
  const [firstAt = null, lastAt = null] = [won[0]?.closedAt, won.at(-1)?.closedAt];
  const owned = readOwned(db, partyId);
  const productIds = owned.flatMap(({ productId }) => productId ?? []);
  return {
    won: won.length,
    sums: billedOf(won),
    firstAt,
    lastAt,
    averageGap: firstAt === null || lastAt === null || won.length < 2 ? null : (lastAt - firstAt) / (won.length - 1) / dayLength,
    owned,
    boughtAt: placesOf(won),
    suggestions: readBoughtWith(db, { productIds, partyId }),
    toPay: sumsOfParty(db, partyId).flatMap(({ currency, balance }) => (balance > 0 ? [{ currency, amount: balance }] : [])),
  };
}

/** Where it was bought, the latest first. */
function placesOf(won: readonly Won[]): BoughtAt[] {
  const places = new Map<string | null, BoughtAt>();
  for (const { branchId, branchName: name, closedAt } of won)
    places.set(branchId, { branchId, name, won: (places.get(branchId)?.won ?? 0) + 1, lastAt: closedAt });
  return [...places.values()].toSorted((one, other) => other.lastAt - one.lastAt);
}

function billedOf(won: readonly Won[]): Billed[] {
  const bills = new Map<string, { count: number; amount: number }>();
  for (const { currency, amount } of won) {
    const bill = bills.get(currency) ?? { count: 0, amount: 0 };
    bills.set(currency, { count: bill.count + 1, amount: bill.amount + amount });
  }
  return toBilled(bills);
}

/** Products by their id, what is no product by its name; what is sold by different units is counted apart. */
function readOwned(db: ReadDb, partyId: string): Owned[] {
  const lines = db.read<[string], BoughtLine>(
    `SELECT line.product_id AS productId, coalesce(product.name, line.name) AS name, line.width, line.height, line.pieces,
       line.unit, line.unit_price AS unitPrice, line.discount, line.tax_rate AS taxRate,
       coalesce(deal.closed_at, deal.created_at) AS lastAt, deal.id AS dealId, ${placeOf}
     FROM deal ${atBranch} JOIN deal_line line ON line.deal_id = deal.id LEFT JOIN product ON product.id = line.product_id
     WHERE ${wonOf} ORDER BY lastAt DESC, line.position`,
  );
  const owned = new Map<string, Owned>();
  for (const line of lines.all(partyId)) {
    const { productId, name, unit, lastAt, dealId, branchId, branchName } = line;
    const key = `${productId ?? filterKey(name)} ${unit}`;
    const known = owned.get(key);
    const quantity = quantityOf(line);
    if (known) known.quantity += quantity;
    else owned.set(key, { productId, name, unit, quantity, lastAt, dealId, branchId, branchName });
  }
  return [...owned.values()];
}
