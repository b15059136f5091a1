import { dealPath } from '#renderer/deal/deal-path.ts';
import { leadPath } from '#renderer/lead/lead-path.ts';

interface Recorded {
  readonly recordType: string | null;
  readonly recordId: string | null;
  readonly dealId?: string | null;
}

/** Where a record that a rule worked on is to be seen; null where it has no page of its own. */
export function recordPath({ recordType, recordId, dealId = null }: Recorded): string | null {
  if (recordId === null) return null;
  if (recordType === 'deal') return dealPath(recordId);
  if (recordType === 'lead') return leadPath(recordId);
  // Contacts and companies are found under either address.
  if (recordType === 'party') return `/contacts/${encodeURIComponent(recordId)}`;
  return dealId === null ? null : dealPath(dealId);
}
