import { client } from '#renderer/app/client.ts';
import { notifyError } from '#renderer/app/notify.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import { leadPath } from '#renderer/lead/lead-path.ts';
import { partyPath } from '#renderer/party/party-path.ts';
import { openTask } from '#renderer/task/open-task.ts';
import type { PartyType } from '#shared/party/fields.ts';

interface AnyRecord {
  readonly recordType: string;
  readonly recordId: string;
  readonly partyType?: PartyType | null;
}

/** The page on which a record is seen; null where it has none. */
export function pageOfRecord({ recordType, recordId, partyType = null }: AnyRecord): string | null {
  if (recordType === 'party') return partyPath({ type: partyType ?? 'contact', id: recordId });
  if (recordType === 'deal') return dealPath(recordId);
  if (recordType === 'lead') return leadPath(recordId);
  if (recordType === 'product') return '/products';
  return recordType === 'branch' || recordType === 'user' || recordType === 'setting' ? '/settings' : null;
}

/** Opens the dialog of a record that has one and no page. */
export async function openTaskRecord(recordId: string): Promise<void> {
  try {
    openTask(await client.task.get({ id: recordId }));
  } catch (error) {
    notifyError(error);
  }
}
