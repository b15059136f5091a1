import type { ReadDb } from '#core/database/connection.ts';
import type { Document } from '#shared/document/contract.ts';
import type { DocumentKind } from '#shared/document/data.ts';

export interface DocumentsWanted {
  readonly dealId?: string | undefined;
  readonly partyId?: string | undefined;
  readonly kind?: DocumentKind | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Everything of a document but what it says and the template it is made from. */
const columns = `
  document.id, document.kind, document.number, document.version, document.deal_id AS dealId, deal.title AS dealTitle,
  document.party_id AS partyId, party.title AS partyTitle, document.based_on AS basedOn, document.title, document.status,
  document.date, document.valid_until AS validUntil, document.currency, document.net, document.gross, document.language,
  document.template_id AS templateId, coalesce(user.name, 'Cartera') AS authorName, document.decided_at AS decidedAt,
  document.note, document.created_at AS createdAt
  FROM document JOIN deal ON deal.id = document.deal_id JOIN party ON party.id = document.party_id
  LEFT JOIN user ON user.id = document.author_id`;

/** Documents of a deal or a client, newest first; of neither, all there are. */
export function listDocuments(
  db: ReadDb,
  { dealId, partyId, kind, offset, limit }: DocumentsWanted,
): { rows: Document[]; total: number } {
  const conditions = [
    ['document.deal_id = ?', dealId],
    ['document.party_id = ?', partyId],
    ['document.kind = ?', kind],
  ] as const;
  const given = conditions.filter(([, value]) => value !== undefined);
  const where = given.length === 0 ? '' : `WHERE ${given.map(([condition]) => condition).join(' AND ')}`;
  const values = given.map(([, value]) => value);
  const rows = db
    .read<unknown[], Document>(`SELECT ${columns} ${where} ORDER BY document.created_at DESC, document.id DESC LIMIT ? OFFSET ?`)
    .all(...values, limit, offset);
  const total = db.readColumn<unknown[], number>(`SELECT count(*) FROM document ${where}`).get(...values) ?? 0;
  return { rows, total };
}

export function findDocument(db: ReadDb, id: string): Document | undefined {
  return db.read<[string], Document>(`SELECT ${columns} WHERE document.id = ?`).get(id);
}

/** The last version of a document's number. */
export function lastVersion(db: ReadDb, { kind, number }: Pick<Document, 'kind' | 'number'>): number {
  const last = db.readColumn<[string, string], number | null>('SELECT max(version) FROM document WHERE kind = ? AND number = ?');
  return last.get(kind, number) ?? 0;
}
