import type { Brings, Program } from '#shared/sync/office-protocol.ts';
import { lockCompany } from '#office/company/company.ts';
import { newId } from '#office/device/new-id.ts';
import { cancelInvitesOf } from '#office/enrol/invites.ts';
import type { OfficeTx } from '#office/store/office-store.ts';
import type { PublicKeys } from '#wire/keys.ts';

/** A computer of the company. */
export interface Device {
  readonly id: string;
  readonly name: string;
  /** Null is head office. */
  readonly branchId: string | null;
  readonly till: number;
  readonly isMain: boolean;
  readonly brings: Brings;
  readonly keys: PublicKeys;
  readonly program: Program;
  readonly enrolledAt: number;
  readonly revokedAt: number | null;
  readonly lastContactAt: number | null;
  /** Changes that waited there to be sent, as it said last. */
  readonly waiting: number;
  /** Milliseconds its clock is ahead. */
  readonly clockOffset: number | null;
  /** Up to where it has what is here. */
  readonly cursor: number;
}

interface Row {
  readonly id: string;
  readonly branch_id: string | null;
  readonly name: string;
  readonly keys: string;
  readonly is_main: number;
  readonly brings: number;
  readonly created_at: number;
  readonly revoked_at: number | null;
  readonly protocol: number | null;
  readonly schema_version: number | null;
  readonly program_version: string | null;
  readonly last_contact_at: number | null;
  readonly clock_offset: number | null;
  readonly cursor: number;
  readonly waiting: number;
  readonly till: number;
}

export async function findDevice(tx: OfficeTx, id: string): Promise<Device | null> {
  const [row] = await tx.all<Row>('SELECT * FROM device WHERE id = ?', id);
  return row ? toDevice(row) : null;
}

/** By branch, head office first. */
export async function listDevices(tx: OfficeTx): Promise<readonly Device[]> {
  const rows = await tx.all<Row>("SELECT * FROM device ORDER BY COALESCE(branch_id, ''), till, id");
  return rows.map(toDevice);
}

export interface NewDevice {
  readonly branchId: string | null;
  readonly name: string;
  readonly brings: Brings;
  readonly keys: PublicKeys;
  readonly program: Program;
  readonly now: number;
}

/**
 * Makes a computer known. The first one of a branch is its main one; tills are numbered on and never twice, so that documents of a
 * computer that was shut out keep numbers of their own.
 */
export async function addDevice(tx: OfficeTx, { branchId, name, brings, keys, program, now }: NewDevice): Promise<Device> {
  await lockCompany(tx);
  const others = (await listDevices(tx)).filter((other) => other.branchId === branchId);
  const device: Device = {
    id: newId(),
    name,
    branchId,
    till: others.reduce((highest, { till }) => Math.max(highest, till), 0) + 1,
    isMain: !others.some(({ isMain, revokedAt }) => isMain && revokedAt === null),
    brings,
    keys,
    program,
    enrolledAt: now,
    revokedAt: null,
    lastContactAt: null,
    waiting: 0,
    clockOffset: null,
    cursor: 0,
  };
  await tx.run(
    `INSERT INTO device (id, branch_id, name, keys, status, is_main, brings, created_at, protocol, schema_version, program_version,
      cursor, waiting, last_stamp, till) VALUES (?, ?, ?, ?, 'active', ?, ?, ?, ?, ?, ?, 0, 0, '', ?)`,
    device.id,
    branchId,
    name,
    JSON.stringify(keys),
    Number(device.isMain),
    Number(brings === 'data'),
    now,
    program.protocol,
    program.schema,
    program.version,
    device.till,
  );
  return device;
}

export async function renameDevice(tx: OfficeTx, id: string, name: string): Promise<boolean> {
  return (await tx.run('UPDATE device SET name = ? WHERE id = ?', name, id)) > 0;
}

/** Lets a computer do what is due by the clock for its branch, instead of the one that did. */
export async function makeMain(tx: OfficeTx, id: string): Promise<boolean> {
  await lockCompany(tx);
  const device = await findDevice(tx, id);
  if (device === null || device.revokedAt !== null) return false;
  const place = device.branchId ?? '';
  await tx.run("UPDATE device SET is_main = CASE WHEN id = ? THEN 1 ELSE 0 END WHERE COALESCE(branch_id, '') = ?", id, place);
  return true;
}

/**
 * Shuts a computer out, for good: it stays known, so that its keys are never taken again. Codes nobody used for
 * its place, or that it asked for, are void; the next one of its branch becomes the main one. 'last': head office would be left without a computer.
 */
export async function revokeDevice(tx: OfficeTx, id: string, now: number): Promise<'done' | 'notFound' | 'last'> {
  await lockCompany(tx);
  const devices = await listDevices(tx);
  const device = devices.find((each) => each.id === id);
  if (!device) return 'notFound';
  if (device.revokedAt !== null) return 'done';
  const [next] = devices.filter((each) => each.id !== id && each.branchId === device.branchId && each.revokedAt === null);
  if (device.branchId === null && !next) return 'last';
  await tx.run("UPDATE device SET revoked_at = ?, status = 'revoked', is_main = 0 WHERE id = ?", now, id);
  await cancelInvitesOf(tx, device, now);
  if (device.isMain && next) await tx.run('UPDATE device SET is_main = 1 WHERE id = ?', next.id);
  return 'done';
}

/** Whether there was or is a computer with one of these keys. */
export async function isKnownKey(tx: OfficeTx, keys: PublicKeys): Promise<boolean> {
  const devices = await listDevices(tx);
  return devices.some((device) => device.keys.signing === keys.signing || device.keys.agreement === keys.agreement);
}

function toDevice(row: Row): Device {
  return {
    id: row.id,
    name: row.name,
    branchId: row.branch_id,
    till: row.till,
    isMain: row.is_main === 1,
    brings: row.brings === 1 ? 'data' : 'nothing',
    keys: JSON.parse(row.keys) as PublicKeys,
    program: { version: row.program_version ?? '', schema: row.schema_version ?? 0, protocol: row.protocol ?? 0 },
    enrolledAt: row.created_at,
    revokedAt: row.revoked_at,
    lastContactAt: row.last_contact_at,
    waiting: row.waiting,
    clockOffset: row.clock_offset,
    cursor: row.cursor,
  };
}
