import type { Permission } from '#shared/people/permission.ts';
import { isLimited } from '#shared/people/rights.ts';
import type { Rights } from '#shared/people/rights.ts';

/**
 * What can't be done without seeing or writing everything, so that nobody with limits does it: an import would tell who is there
 * already, and a backup, an archive or an erasure has in it what its maker may not see.
 */
const ofWhoSeesEverything: readonly Permission[] = [
  'party.import',
  'archive.restore',
  'demo.create',
  'branch.moveClients',
  'branch.manage',
  'sync.manage',
  'privacy.manage',
  'audit.see',
  'backup.run',
  'backup.restore',
];

/** What is nothing but money. */
const ofMoney = {
  hide: ['payment.see', 'payment.create', 'document.see', 'document.create'],
  readOnly: ['payment.create', 'document.create'],
} as const satisfies Readonly<Record<string, readonly Permission[]>>;

/** What the limits of a role leave out of what it lists. */
export function refusedBy(rights: Rights): readonly Permission[] {
  if (!isLimited(rights)) return [];
  const money = rights.fields.dealMoney;
  return [...ofWhoSeesEverything, ...(money === undefined ? [] : ofMoney[money])];
}
