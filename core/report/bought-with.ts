import type { ReadDb } from '#core/database/connection.ts';
import type { Suggestion } from '#shared/report/contract.ts';

interface Asked {
  readonly productIds: readonly string[];
  /** The client, who is no other buyer and is offered nothing that was bought already. */
  readonly partyId: string;
}

/** One other client may be chance. */
const fewestBuyers = 2;
const mostSuggested = 5;
/** So many others say enough, and a product that everybody buys is answered as soon. */
const mostOthers = 2000;

/** Parameters: the products as JSON, the client, the products, the client. */
export const boughtWithSql = `
  WITH other AS MATERIALIZED (
    SELECT DISTINCT deal.party_id FROM json_each(?) asked CROSS JOIN deal_line line ON line.product_id = asked.value
      CROSS JOIN deal ON deal.id = line.deal_id
    WHERE deal.status = 'won' AND deal.deleted_at IS NULL AND deal.party_id <> ? LIMIT ${mostOthers})
  SELECT line.product_id AS productId, product.name, count(DISTINCT deal.party_id) AS buyers
  FROM other CROSS JOIN deal ON deal.party_id = other.party_id AND deal.status = 'won' AND deal.deleted_at IS NULL
    CROSS JOIN deal_line line ON line.deal_id = deal.id
    JOIN product ON product.id = line.product_id AND product.archived_at IS NULL
  WHERE line.product_id NOT IN (SELECT value FROM json_each(?))
    AND line.product_id NOT IN (SELECT own.product_id FROM deal JOIN deal_line own ON own.deal_id = deal.id
      WHERE deal.party_id = ? AND deal.status = 'won' AND deal.deleted_at IS NULL AND own.product_id IS NOT NULL)
  GROUP BY line.product_id HAVING buyers >= ${fewestBuyers} ORDER BY buyers DESC, product.name_key, productId LIMIT ${mostSuggested}`;

/** What other buyers of these products bought too and this client hasn't, what most of them bought first. */
export function readBoughtWith(db: ReadDb, { productIds, partyId }: Asked): Suggestion[] {
  if (productIds.length === 0) return [];
  const asked = JSON.stringify(productIds);
  return db.read<[string, string, string, string], Suggestion>(boughtWithSql).all(asked, partyId, asked, partyId);
}
