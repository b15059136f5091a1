import { v7 } from 'uuid';
import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import type { RefusalCode } from '#shared/sync/protocol.ts';
import type { OfficeTx, Table, Value } from '#office/store/office-store.ts';

const quarantineTable: Table = {
  name: 'quarantine',
  columns: {
    id: 'text',
    device_id: 'text',
    branch_id: 'text',
    incarnation: 'text',
    counter: 'number',
    position: 'number',
    record_type: 'text',
    record_id: 'text',
    reason: 'text',
    change: 'text',
    received_at: 'number',
    settled_at: 'number',
  },
  key: ['id'],
};

interface Origin {
  readonly deviceId: string;
  readonly branchId: string | null;
  readonly incarnation: string;
  readonly counter: number;
  readonly now: number;
}

export interface Refused {
  readonly position: number;
  readonly code: RefusalCode;
  readonly change: RecordChange;
}

/** Keeps changes that weren't taken, for head office to see and to try again. */
export async function setAside(tx: OfficeTx, origin: Origin, refused: readonly Refused[]): Promise<void> {
  const { deviceId, branchId, incarnation, counter, now } = origin;
  const rows = refused.map(({ position, code, change }): readonly Value[] => {
    const names = [printable(change.type, 60), printable(change.id, 64)] as const;
    return [v7(), deviceId, branchId, incarnation, counter, position, ...names, code, JSON.stringify(change), now, null];
  });
  await tx.upsert(quarantineTable, rows);
}

/** Databases differ in what they take as text. */
function printable(value: unknown, length: number): string {
  return (typeof value === 'string' ? value : '').replaceAll(/[^ -~]/g, '?').slice(0, length);
}

/** What was set aside of records that have come now in good order is settled. */
export async function settleQuarantine(
  tx: OfficeTx,
  { deviceId, now }: Pick<Origin, 'deviceId' | 'now'>,
  taken: readonly RecordChange[],
): Promise<void> {
  const open = await tx.all<{ id: string; record_type: string; record_id: string }>(
    'SELECT id, record_type, record_id FROM quarantine WHERE device_id = ? AND settled_at IS NULL',
    deviceId,
  );
  if (open.length === 0) return;
  const keys = new Set(taken.map(keyOf));
  const settled = open.filter((row) => keys.has(keyOf([row.record_type, row.record_id]))).map(({ id }) => [id]);
  if (settled.length === 0) return;
  await tx.run(
    'UPDATE quarantine SET settled_at = ? WHERE id IN (SELECT value ->> 0 FROM json_each(?))',
    now,
    JSON.stringify(settled),
  );
}
