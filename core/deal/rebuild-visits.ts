import { dealRecord } from '#core/deal/deal.ts';
import { saveVisits, visitsByHistory, visitsOf } from '#core/deal/stage-visits.ts';
import type { Act } from '#core/records/act.ts';
import { decodeRow } from '#core/records/write.ts';

/** Works the visits of all deals out again, once the history they follow from is there. */
export function rebuildVisits({ tx }: Act) {
  const page = tx.read<[number], Record<string, unknown>>('SELECT * FROM deal WHERE seq > ? ORDER BY seq LIMIT 1000');
  for (let rows = page.all(Number.MIN_SAFE_INTEGER); rows.length > 0; rows = page.all(rows.at(-1)?.['seq'] as number))
    for (const row of rows) {
      const deal = decodeRow(dealRecord, row);
      const kept = visitsOf(tx, deal.id);
      saveVisits(tx, deal.id, { visits: visitsByHistory(tx, deal, kept[0]?.actId ?? ''), kept });
    }
}
