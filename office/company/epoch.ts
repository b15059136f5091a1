import { v7 } from 'uuid';
import { saveCompany } from '#office/company/company.ts';
import type { Company } from '#office/company/company.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

interface Noticing {
  /** The device that knew more than head office does; null where a backup was brought back. */
  readonly deviceId: string | null;
  /** UTC milliseconds. */
  readonly now: number;
}

/**
 * Begins a new life of head office's data, since some of it was lost: all copies compare what they have with it.
 * @param company as `lockCompany` gave it
 * @returns the epoch
 */
export async function beginEpoch(tx: OfficeTx, company: Company, { deviceId, now }: Noticing): Promise<string> {
  const epoch = v7();
  await tx.run('INSERT INTO epoch (id, began_at, seq, device_id) VALUES (?, ?, ?, ?)', epoch, now, company.seq, deviceId);
  await saveCompany(tx, { ...company, epoch });
  return epoch;
}
