import type { ReadDb } from '#core/database/connection.ts';
import { explainWord } from '#core/search/explain-match.ts';
import type { DealResult } from '#shared/search/contract.ts';
import { foldWords } from '#shared/text/fold-text.ts';

/** The newest titles that match are looked at; more aren't, so that a common word costs no more than a rare one. */
const candidates = 200;

interface Request {
  readonly text: string;
  /** Clients found by the same text, best first. */
  readonly partyIds: readonly string[];
  readonly limit: number;
}

const found = `SELECT deal.id, deal.title, party.title AS partyTitle, deal.party_id AS partyId, stage.name AS stageName, deal.status,
    deal.amount, deal.currency
  FROM deal JOIN party ON party.id = deal.party_id JOIN stage ON stage.id = deal.stage_id`;
const openFirst = `deal.status <> 'open', deal.seq DESC`;

type Found = Omit<DealResult, 'type' | 'matches'>;

/** Deals in use whose title has a word beginning with each one typed, then those of the clients found; open ones first. */
export function findDeals(db: ReadDb, { text, partyIds, limit }: Request): DealResult[] {
  const words = foldWords(text);
  const seen = db.isNarrowed ? 'AND EXISTS (SELECT 1 FROM deal seen WHERE seen.seq = deal_text.rowid)' : '';
  const deals = new Map<string, Found>();
  const take = (rows: readonly Found[]) => {
    for (const row of rows) if (deals.size < limit) deals.set(row.id, row);
  };
  if (words.length > 0)
    take(
      db
        .read<[string, number, number], Found>(
          `${found} WHERE deal.seq IN (SELECT rowid FROM deal_text WHERE deal_text MATCH ? ${seen} ORDER BY rowid DESC LIMIT ?)
           AND deal.deleted_at IS NULL ORDER BY ${openFirst} LIMIT ?`,
        )
        .all(words.map((word) => `"${word}" *`).join(' AND '), candidates, limit),
    );
  const ofClient = db.read<[string, number], Found>(
    `${found} WHERE deal.party_id = ? AND deal.deleted_at IS NULL ORDER BY ${openFirst} LIMIT ?`,
  );
  for (const partyId of partyIds) if (deals.size < limit) take(ofClient.all(partyId, limit));
  return [...deals.values()].map((deal) => ({ ...deal, type: 'deal', matches: matchesOf(deal.title, words) }));
}

function matchesOf(title: string, words: readonly string[]): DealResult['matches'] {
  return words.flatMap((word) => {
    const spot = explainWord(title, word);
    return spot ? [{ field: 'name' as const, text: title, ...spot }] : [];
  });
}
