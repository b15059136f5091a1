import { newId } from '#office/device/new-id.ts';
import type { OfficeTx } from '#office/store/office-store.ts';
import type { Brings } from '#shared/sync/office-protocol.ts';
import { codeId, codeKey, createCode } from '#wire/code.ts';

/** A code that lets one computer join; the code itself is kept nowhere. */
export interface Invite {
  readonly id: string;
  readonly codeKey: string;
  readonly branchId: string | null;
  readonly name: string;
  readonly brings: Brings;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly cancelledAt: number | null;
  readonly usedAt: number | null;
  /** The computer that joined with it. */
  readonly deviceId: string | null;
}

export interface InviteWanted {
  /** Null is another computer of head office. */
  readonly branchId: string | null;
  readonly name: string;
  readonly brings: Brings;
  readonly validHours: number;
  /** The computer that asked for it; null is head office's own page. */
  readonly madeBy: string | null;
  readonly now: number;
}

export interface MadeCode {
  readonly id: string;
  readonly code: string;
  readonly expiresAt: number;
}

/** Makes a code that lets one computer join, once. */
export async function createInvite(tx: OfficeTx, wanted: InviteWanted): Promise<MadeCode> {
  const { branchId, name, brings, validHours, madeBy, now } = wanted;
  const code = createCode();
  const id = newId();
  const expiresAt = now + Math.round(validHours * 3_600_000);
  await tx.run(
    `INSERT INTO invite (id, code_id, code_key, branch_id, name, brings, made_by, created_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    codeId(code),
    codeKey(code),
    branchId,
    name,
    Number(brings === 'data'),
    madeBy,
    now,
    expiresAt,
  );
  return { id, code, expiresAt };
}

const open = 'used_at IS NULL AND cancelled_at IS NULL';

export async function cancelInvite(tx: OfficeTx, id: string, now: number): Promise<boolean> {
  return (await tx.run(`UPDATE invite SET cancelled_at = ? WHERE id = ? AND ${open}`, now, id)) > 0;
}

/** Cancels what is open for the place of a computer that is shut out, and what it asked for itself. */
export async function cancelInvitesOf(
  tx: OfficeTx,
  { id, branchId }: { readonly id: string; readonly branchId: string | null },
  now: number,
) {
  const isConcerned = "(COALESCE(branch_id, '') = ? OR made_by = ?)";
  await tx.run(`UPDATE invite SET cancelled_at = ? WHERE ${isConcerned} AND ${open}`, now, branchId ?? '', id);
}

/** @returns false when another computer was quicker, or it was cancelled */
export async function useInvite(
  tx: OfficeTx,
  id: string,
  { deviceId, now }: { readonly deviceId: string; readonly now: number },
) {
  return (await tx.run(`UPDATE invite SET used_at = ?, device_id = ? WHERE id = ? AND ${open}`, now, deviceId, id)) > 0;
}

const month = 30 * 86_400_000;

/** The newest first; those long over are left out. */
export async function listInvites(tx: OfficeTx, now: number): Promise<readonly Invite[]> {
  const rows = await tx.all<Row>(
    'SELECT * FROM invite WHERE expires_at > ? ORDER BY created_at DESC, id DESC LIMIT 500',
    now - month,
  );
  return rows.map(toInvite);
}

/** @param id what `codeId` makes of a code */
export async function findInviteByCode(tx: OfficeTx, id: string): Promise<Invite | null> {
  const [row] = await tx.all<Row>('SELECT * FROM invite WHERE code_id = ?', id);
  return row ? toInvite(row) : null;
}

export type InviteState = 'open' | 'used' | 'expired' | 'cancelled';

export function stateOfInvite({ usedAt, cancelledAt, expiresAt }: Invite, now: number): InviteState {
  if (usedAt !== null) return 'used';
  if (cancelledAt !== null) return 'cancelled';
  return expiresAt <= now ? 'expired' : 'open';
}

interface Row {
  readonly id: string;
  readonly code_key: string;
  readonly branch_id: string | null;
  readonly name: string;
  readonly brings: number;
  readonly created_at: number;
  readonly expires_at: number;
  readonly cancelled_at: number | null;
  readonly used_at: number | null;
  readonly device_id: string | null;
}

function toInvite(row: Row): Invite {
  return {
    id: row.id,
    codeKey: row.code_key,
    branchId: row.branch_id,
    name: row.name,
    brings: row.brings === 1 ? 'data' : 'nothing',
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    cancelledAt: row.cancelled_at,
    usedAt: row.used_at,
    deviceId: row.device_id,
  };
}
