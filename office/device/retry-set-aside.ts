import { lockCompany, saveCompany } from '#office/company/company.ts';
import { applyChanges } from '#office/merge/apply-changes.ts';
import { checkChange } from '#office/merge/check-change.ts';
import { setBack } from '#office/merge/restamp.ts';
import { beginWork } from '#office/merge/work.ts';
import { readSender } from '#office/receive/sender.ts';
import type { OfficeTx } from '#office/store/office-store.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';

interface Row {
  readonly id: string;
  readonly device_id: string;
  readonly incarnation: string;
  readonly change: string;
}

export interface Retry {
  readonly ids: readonly string[];
  readonly now: number;
}

/** Tries once more to take changes that were set aside, each by itself, with the rights of the computer that they came from. */
export async function retrySetAside(
  tx: OfficeTx,
  { ids, now }: Retry,
): Promise<{ readonly taken: number; readonly left: number }> {
  const rows = await tx.all<Row>(
    `SELECT id, device_id, incarnation, change FROM quarantine WHERE settled_at IS NULL
     AND id IN (SELECT value ->> 0 FROM json_each(?)) ORDER BY id`,
    JSON.stringify(ids.map((id) => [id])),
  );
  let taken = 0;
  for (const row of rows) {
    if (!(await isTaken(tx, row, now))) continue;
    await tx.run('UPDATE quarantine SET settled_at = ? WHERE id = ?', now, row.id);
    taken += 1;
  }
  return { taken, left: rows.length - taken };
}

async function isTaken(tx: OfficeTx, { device_id: deviceId, incarnation, change }: Row, now: number): Promise<boolean> {
  const checked = checkChange(JSON.parse(change) as RecordChange);
  const sender = await readSender(tx, deviceId);
  if (checked.type === 'bad' || !sender) return false;
  const { branchId, brings, lastStamp: floor } = sender;
  const restamped = await setBack(tx, { changes: [checked.change], company: await lockCompany(tx), floor, now });
  const writer = { branchId, incarnation, cursor: 0, brings };
  const work = beginWork(tx, { company: restamped.company, writer, now });
  const refusals = await applyChanges(
    work,
    restamped.changes.map((each, position) => ({ position, change: each })),
  );
  await saveCompany(tx, work.company());
  return refusals.length === 0;
}
