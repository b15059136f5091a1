import { v7 } from 'uuid';
import { lockCompany, saveCompany } from '#office/company/company.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

interface Loss {
  /** The epoch in which the loss was noticed. */
  readonly epoch: string;
  /** The device that knew more than head office does. */
  readonly deviceId: string;
  /** UTC milliseconds. */
  readonly now: number;
}

/** Begins a new life of head office's data, since some of it was lost: all copies compare what they have with it. @returns the epoch */
export async function beginEpoch(tx: OfficeTx, { epoch, deviceId, now }: Loss): Promise<string> {
  const company = await lockCompany(tx);
  // Another device may have noticed at the same moment.
  if (company.epoch !== epoch) return company.epoch;
  const id = v7();
  await tx.run('INSERT INTO epoch (id, began_at, seq, device_id) VALUES (?, ?, ?, ?)', id, now, company.seq, deviceId);
  await saveCompany(tx, { ...company, epoch: id });
  return id;
}
