import { noticeRecord } from '#core/notice/notice.ts';
import type { Act } from '#core/records/act.ts';
import { purgeRecord } from '#core/records/write.ts';

/** Of a record that is gone nobody is to be told: there is nothing to open. */
export function takeNoticesBack(act: Act, recordId: string) {
  const told = act.tx.readColumn<[string], string>('SELECT id FROM notice WHERE record_id = ?').all(recordId);
  for (const id of told) purgeRecord(act, noticeRecord, id);
}
