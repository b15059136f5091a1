import { readCompany } from '#office/company/company.ts';
import { listDevices } from '#office/device/devices.ts';
import type { Device } from '#office/device/devices.ts';
import { readCompanyName } from '#office/enrol/identity.ts';
import type { OfficeTx } from '#office/store/office-store.ts';
import type { DeviceSummary, Overview } from '#shared/sync/office-protocol.ts';
import { everybody, officeOnly } from '#shared/sync/scope-rules.ts';

export interface OverviewWanted {
  readonly officeName: string;
  /** The program's version. */
  readonly version: string;
  /** A computer is late that wasn't heard of for so many days. */
  readonly lateAfterDays: number;
  readonly now: number;
}

const day = 86_400_000;

/** How everything stands: computers with what they have still to fetch and to send, what was set aside, open conflicts. */
export async function readOverview(tx: OfficeTx, { officeName, version, lateAfterDays, now }: OverviewWanted): Promise<Overview> {
  const { id, epoch, seq } = await readCompany(tx);
  const companyName = await readCompanyName(tx);
  const branches = await readBranches(tx);
  const names = new Map(branches.map((branch) => [branch.id, branch.name]));
  const backlogs = await readBacklogs(tx);
  const setAside = await readSetAside(tx);
  const summary = (device: Device): DeviceSummary => ({
    id: device.id,
    name: device.name,
    branchId: device.branchId,
    branchName: device.branchId === null ? null : (names.get(device.branchId) ?? null),
    till: device.till,
    isMain: device.isMain,
    enrolledAt: device.enrolledAt,
    revokedAt: device.revokedAt,
    lastContactAt: device.lastContactAt,
    isLate: device.revokedAt === null && now - (device.lastContactAt ?? device.enrolledAt) > lateAfterDays * day,
    program: device.program,
    waiting: device.waiting,
    backlog: device.revokedAt === null ? (backlogs.get(device.id) ?? 0) : null,
    clockOffset: device.clockOffset,
    quarantined: setAside.get(device.id) ?? 0,
  });
  return {
    company: companyName === null ? null : { id, name: companyName },
    office: { name: officeName, version, epoch, head: seq, at: now },
    branches,
    devices: (await listDevices(tx)).map(summary),
    openConflicts: await readOpenConflicts(tx),
    quarantined: [...setAside.values()].reduce((sum, count) => sum + count, 0),
  };
}

/** The branches there are, by name. */
export async function readBranches(tx: OfficeTx): Promise<{ readonly id: string; readonly name: string }[]> {
  const rows = await tx.all<{ id: string; fields: string }>(
    "SELECT id, fields FROM record WHERE type = 'branch' AND (gone IS NULL OR gone < base)",
  );
  return rows
    .map(({ id, fields }) => ({ id, name: (JSON.parse(fields) as { readonly name?: string }).name ?? '' }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** How many records each computer has still to fetch. */
async function readBacklogs(tx: OfficeTx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.all<{ id: string; backlog: number }>(
    `SELECT id, CASE WHEN branch_id IS NULL THEN (SELECT COUNT(*) FROM record WHERE seq > device.cursor)
       ELSE (SELECT COUNT(*) FROM entry WHERE scope = ? AND entry.seq > device.cursor)
         + (SELECT COUNT(*) FROM entry WHERE scope = device.branch_id AND entry.seq > device.cursor) END AS backlog
     FROM device WHERE revoked_at IS NULL`,
    everybody,
  );
  return new Map(rows.map(({ id, backlog }) => [id, backlog]));
}

async function readSetAside(tx: OfficeTx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.all<{ device_id: string; count: number }>(
    'SELECT device_id, COUNT(*) AS count FROM quarantine WHERE settled_at IS NULL GROUP BY device_id',
  );
  return new Map(rows.map(({ device_id: id, count }) => [id, count]));
}

async function readOpenConflicts(tx: OfficeTx): Promise<Overview['openConflicts']> {
  // What merely looks open is left out below: the databases have no way in common to look into JSON.
  const rows = await tx.all<{ home: string; fields: string }>(
    `SELECT home, fields FROM record WHERE type = 'conflict' AND (gone IS NULL OR gone < base) AND fields LIKE '%"status":"open"%'`,
  );
  const counts = new Map<string | null, number>();
  for (const { home, fields } of rows) {
    if ((JSON.parse(fields) as { status?: unknown }).status !== 'open') continue;
    const branchId = home === everybody || home === officeOnly ? null : home;
    counts.set(branchId, (counts.get(branchId) ?? 0) + 1);
  }
  return [...counts].map(([branchId, count]) => ({ branchId, count }));
}
