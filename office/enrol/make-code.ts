import { readBranches } from '#office/device/overview.ts';
import { createInvite } from '#office/enrol/invites.ts';
import type { InviteWanted, MadeCode } from '#office/enrol/invites.ts';
import type { Office } from '#office/office.ts';
import type { OfficeTx } from '#office/store/office-store.ts';
import { writeInvitation } from '#wire/invitation.ts';
import { fingerprintOf, publicKeysOf } from '#wire/keys.ts';

/** Makes a code with all that the new computer needs, in one text. Null: there is no such branch. */
export async function makeCode(
  tx: OfficeTx,
  { identity, address, now }: Office,
  wanted: Omit<InviteWanted, 'now'>,
): Promise<(MadeCode & { readonly link: string }) | null> {
  const isThere = wanted.branchId === null || (await readBranches(tx)).some(({ id }) => id === wanted.branchId);
  if (!isThere) return null;
  const made = await createInvite(tx, { ...wanted, now: now() });
  const fingerprint = fingerprintOf(publicKeysOf(identity.keys));
  return { ...made, link: writeInvitation({ address: address(), code: made.code, fingerprint }) };
}
