import type { ReadDb } from '#core/database/connection.ts';
import type { DocumentData } from '#shared/document/data.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { PaymentMethod } from '#shared/payment/contract.ts';
import type { Language } from '#shared/settings/contract.ts';

type Report = NonNullable<DocumentData['report']>;
type Visit = NonNullable<DocumentData['visit']>;

/** How a sale went: where it was and for how long, who did what and when, and what was paid and not taken back. */
export function reportOf(db: ReadDb, dealId: string, language: Language): Report {
  const payments = db
    .read<[string, string], { date: string; amount: number; method: PaymentMethod }>(
      `SELECT paid_on AS date, amount, method FROM payment
       WHERE deal_id = ? AND reverses_id IS NULL AND id NOT IN (SELECT reverses_id FROM payment WHERE reverses_id IS NOT NULL AND deal_id = ?)
       ORDER BY paid_on, created_at, id`,
    )
    .all(dealId, dealId);
  return {
    stages: stagesOf(db, dealId, language),
    tasks: db
      .read<[string], Report['tasks'][number]>(
        `SELECT task.title, coalesce(user.name, '') AS assignee, due_at AS dueAt, done_at AS doneAt, result,
         escalated_at AS escalatedAt
         FROM task LEFT JOIN user ON user.id = task.assignee_id
         WHERE deal_id = ? AND status <> 'cancelled' ORDER BY coalesce(done_at, due_at, task.created_at), task.id`,
      )
      .all(dealId),
    payments: payments.map((payment) => ({ ...payment, method: messageText(`payment.method.${payment.method}`, language) })),
  };
}

function stagesOf(db: ReadDb, dealId: string, language: Language): Report['stages'] {
  const visits = db
    .read<[string], { name: string; status: 'open' | 'won' | 'lost'; enteredAt: number; leftAt: number | null }>(
      `SELECT stage.name, status, entered_at AS enteredAt, left_at AS leftAt
       FROM stage_visit JOIN stage ON stage.id = stage_visit.stage_id WHERE deal_id = ? ORDER BY seq`,
    )
    .all(dealId);
  return visits.map(({ name, status, enteredAt, leftAt }) => ({
    name: status === 'open' ? name : messageText(`document.report.${status}`, language),
    enteredAt,
    leftAt,
  }));
}

/** The next visit planned for a deal, with who makes it; null when none is. */
export function plannedVisit(db: ReadDb, dealId: string): Visit | null {
  const found = db
    .read<[string], Visit>(
      `SELECT due_at AS at, leave_at AS leaveAt, location AS address, coalesce(user.name, '') AS assignee
       FROM task LEFT JOIN user ON user.id = task.assignee_id
       WHERE deal_id = ? AND status = 'open' AND type = 'visit' AND due_at IS NOT NULL ORDER BY due_at, task.id LIMIT 1`,
    )
    .get(dealId);
  return found ?? null;
}
