import { readBranches } from '#office/device/overview.ts';
import type { OfficeTx } from '#office/store/office-store.ts';
import type { Quarantined } from '#shared/sync/office-protocol.ts';
import type { RefusalCode } from '#shared/sync/protocol.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';

interface Row {
  readonly id: string;
  readonly device_id: string;
  readonly device_name: string | null;
  readonly branch_id: string | null;
  readonly record_type: string;
  readonly record_id: string;
  readonly reason: string;
  readonly change: string;
  readonly received_at: number;
}

export interface SetAside {
  readonly changes: readonly Quarantined[];
  readonly total: number;
}

/** Changes that could not be taken, the oldest first. @param after the id of the last one already seen */
export async function listSetAside(
  tx: OfficeTx,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<SetAside> {
  const rows = await tx.all<Row>(
    `SELECT quarantine.*, device.name AS device_name FROM quarantine LEFT JOIN device ON device.id = quarantine.device_id
     WHERE settled_at IS NULL AND quarantine.id > ? ORDER BY quarantine.id LIMIT ?`,
    after ?? '',
    limit,
  );
  const [all] = await tx.all<{ count: number }>('SELECT COUNT(*) AS count FROM quarantine WHERE settled_at IS NULL');
  const names = new Map((await readBranches(tx)).map(({ id, name }) => [id, name]));
  return { changes: rows.map((row) => toQuarantined(row, names)), total: all?.count ?? 0 };
}

/** Gives changes up. @returns how many there were */
export async function discardSetAside(tx: OfficeTx, ids: readonly string[], now: number): Promise<number> {
  return tx.run(
    'UPDATE quarantine SET settled_at = ? WHERE settled_at IS NULL AND id IN (SELECT value ->> 0 FROM json_each(?))',
    now,
    JSON.stringify(ids.map((id) => [id])),
  );
}

function toQuarantined(row: Row, names: ReadonlyMap<string, string>): Quarantined {
  const change = JSON.parse(row.change) as Partial<RecordChange>;
  return {
    id: row.id,
    deviceId: row.device_id,
    deviceName: row.device_name ?? '',
    branchName: row.branch_id === null ? null : (names.get(row.branch_id) ?? null),
    at: row.received_at,
    code: row.reason as RefusalCode,
    recordType: row.record_type,
    recordId: row.record_id,
    fields: Object.keys(change.fields ?? {}),
    by: typeof change.by === 'string' ? change.by : '',
  };
}
