import type { ReadDb } from '#core/database/connection.ts';
import type { DealRow } from '#core/deal/deal.ts';
import type { Payment, PaymentSum } from '#shared/payment/contract.ts';

interface Page {
  readonly offset: number;
  readonly limit: number;
}

type PaymentFound = Omit<Payment, 'isReversed'> & { readonly isReversed: 0 | 1 };

const columns = `
  payment.id, payment.deal_id AS dealId, deal.title AS dealTitle, payment.party_id AS partyId,
  payment.document_id AS documentId, payment.reverses_id AS reversesId, payment.amount, payment.currency,
  payment.paid_on AS paidOn, payment.method, payment.note, payment.author_id AS authorId,
  coalesce(user.name, 'Cartera') AS authorName, payment.created_at AS createdAt,
  EXISTS (SELECT 1 FROM payment back WHERE back.deal_id = payment.deal_id AND back.reverses_id = payment.id) AS isReversed
  FROM payment JOIN deal ON deal.id = payment.deal_id LEFT JOIN user ON user.id = payment.author_id`;

/** Payments of a deal or of a client's deals, the last entered first. */
export function paymentsOf(
  db: ReadDb,
  owner: { readonly dealId: string } | { readonly partyId: string },
  { offset, limit }: Page,
): { rows: Payment[]; total: number } {
  const [column, id] = 'dealId' in owner ? (['deal_id', owner.dealId] as const) : (['party_id', owner.partyId] as const);
  const rows = db
    .read<[string, number, number], PaymentFound>(
      `SELECT ${columns} WHERE payment.${column} = ? ORDER BY payment.created_at DESC, payment.id DESC LIMIT ? OFFSET ?`,
    )
    .all(id, limit, offset);
  const total = db.readColumn<[string], number>(`SELECT count(*) FROM payment WHERE ${column} = ?`).get(id) ?? 0;
  return { rows: rows.map(toPayment), total };
}

export function findPayment(db: ReadDb, id: string): Payment | undefined {
  const found = db.read<[string], PaymentFound>(`SELECT ${columns} WHERE payment.id = ?`).get(id);
  return found && toPayment(found);
}

export function isTakenBack(db: ReadDb, id: string): boolean {
  const reversal = db.readColumn<[string], number>(
    `SELECT 1 FROM payment JOIN payment back ON back.deal_id = payment.deal_id AND back.reverses_id = payment.id
     WHERE payment.id = ?`,
  );
  return reversal.get(id) !== undefined;
}

export function sumOfDeal({ currency, amount, paid }: DealRow): PaymentSum {
  return { currency, agreed: amount, paid, balance: amount - paid };
}

/**
 * What a client agreed to pay, paid and owes, in each currency. A deal is agreed once it is won or something was paid for
 * it; what was paid for a lost one is the client's.
 */
export function sumsOfParty(db: ReadDb, partyId: string): PaymentSum[] {
  return db
    .read<[string], Omit<PaymentSum, 'balance'>>(
      `SELECT currency, sum(iif(status = 'lost', 0, amount)) AS agreed, sum(paid) AS paid FROM deal
       WHERE party_id = ? AND deleted_at IS NULL AND (status = 'won' OR paid <> 0) GROUP BY currency ORDER BY currency`,
    )
    .all(partyId)
    .map((sum) => ({ ...sum, balance: sum.agreed - sum.paid }));
}

function toPayment({ isReversed, ...payment }: PaymentFound): Payment {
  return { ...payment, isReversed: isReversed === 1 };
}
