import { randomBytes } from 'node:crypto';
import { foundCompany, readCompany } from '#office/company/company.ts';
import type { OfficeStore, OfficeTx } from '#office/store/office-store.ts';
import { createIdentityKeys } from '#wire/keys.ts';
import type { IdentityKeys } from '#wire/keys.ts';

/** Who head office is, to everybody. */
export interface Identity {
  readonly companyId: string;
  readonly keys: IdentityKeys;
  /** Of whoever runs it: opens its page, and begins the company. */
  readonly adminKey: string;
}

/** Reads who head office is, and settles it the first time. Several processes settle on the same. */
export async function readIdentity(store: OfficeStore, now: number): Promise<Identity> {
  return store.transaction(async (tx) => {
    await tx.run(
      'INSERT INTO identity (only_one, company_name, keys, admin_key) VALUES (1, NULL, ?, ?) ON CONFLICT (only_one) DO NOTHING',
      JSON.stringify(createIdentityKeys()),
      randomBytes(32).toString('base64url'),
    );
    // Whoever comes second waits for the first above, and finds the company here.
    await foundCompany(tx, now);
    const [row] = await tx.all<{ keys: string; admin_key: string }>('SELECT keys, admin_key FROM identity');
    if (!row) throw new Error('there is no identity');
    const { id: companyId } = await readCompany(tx);
    return { companyId, keys: JSON.parse(row.keys) as IdentityKeys, adminKey: row.admin_key };
  });
}

/** Null until a company was begun. */
export async function readCompanyName(tx: OfficeTx): Promise<string | null> {
  const [row] = await tx.all<{ company_name: string | null }>('SELECT company_name FROM identity');
  return row?.company_name ?? null;
}

/** @returns false when it has one already */
export async function nameCompany(tx: OfficeTx, name: string): Promise<boolean> {
  return (await tx.run('UPDATE identity SET company_name = ? WHERE company_name IS NULL', name)) > 0;
}
