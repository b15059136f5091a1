import { dealRecord } from '#core/deal/deal.ts';
import type { Act } from '#core/records/act.ts';
import { changeRecord } from '#core/records/write.ts';

/** Brings a deal's amount, payments, sizes and next task up to date, once before the act ends: for what they are worked out from. */
export function refreshDeal(act: Act, dealId: string) {
  act.defer(`deal-${dealId}`, () => changeRecord(act, dealRecord, { id: dealId, changes: {} }));
}
