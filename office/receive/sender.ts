import type { OfficeTx } from '#office/store/office-store.ts';

/** The device that a message came from, as far as receiving and serving go. */
export interface Sender {
  readonly id: string;
  readonly branchId: string | null;
  readonly status: string;
  readonly brings: boolean;
  readonly lastStamp: string;
  readonly lastContactAt: number | null;
  readonly cursor: number;
  readonly waiting: number;
}

interface Row {
  readonly id: string;
  readonly branch_id: string | null;
  readonly status: string;
  readonly brings: number;
  readonly last_stamp: string;
  readonly last_contact_at: number | null;
  readonly cursor: number;
  readonly waiting: number;
}

/** @returns null when there is no such device */
export async function readSender(tx: OfficeTx, id: string): Promise<Sender | null> {
  const [row] = await tx.all<Row>(
    'SELECT id, branch_id, status, brings, last_stamp, last_contact_at, cursor, waiting FROM device WHERE id = ?',
    id,
  );
  if (!row) return null;
  const { branch_id: branchId, last_stamp: lastStamp, last_contact_at: lastContactAt } = row;
  const { status, brings, cursor, waiting } = row;
  return { id: row.id, branchId, status, brings: brings === 1, lastStamp, lastContactAt, cursor, waiting };
}
