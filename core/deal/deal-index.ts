import type { DealRow } from '#core/deal/deal.ts';
import type { Act } from '#core/records/act.ts';
import { foldText } from '#shared/text/fold-text.ts';

interface DealWritten {
  readonly act: Act;
  readonly seq: number;
  readonly before: DealRow | null;
  readonly after: DealRow | null;
}

/** Keeps the words of its title, by which a deal is found; those in the recycle bin too, for they are looked for there. */
export function indexDeal({ act: { tx }, seq, before, after }: DealWritten) {
  if (before && after && before.title === after.title) return;
  if (before) tx.write('DELETE FROM deal_text WHERE rowid = ?').run(seq);
  if (after) tx.write('INSERT INTO deal_text (rowid, title) VALUES (?, ?)').run(seq, foldText(after.title));
}
