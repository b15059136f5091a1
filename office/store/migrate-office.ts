import { officeMigrations } from '#migrations/office/index.ts';
import { foundCompany } from '#office/company/company.ts';
import type { Migration } from '#migrations/migration.ts';
import type { OfficeStore, OfficeTx } from '#office/store/office-store.ts';

/** "Cart" in ASCII: no other program locks this number. */
const lockNumber = 0x43617274;

/** The data can't be used as it is; nothing was changed. */
export class OfficeDataError extends Error {
  override readonly name = 'OfficeDataError';
  readonly code = 'fromTheFuture';
}

/** Brings head office's data up to date and makes the company, all steps in one transaction; of several processes one does it while the others wait. */
export async function migrateOffice(
  store: OfficeStore,
  isServer: boolean,
  migrations: readonly Migration[] = officeMigrations,
): Promise<void> {
  await store.transaction(async (tx) => {
    if (isServer) await tx.all('SELECT pg_advisory_xact_lock(?)', lockNumber);
    await tx.run('CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL, name TEXT NOT NULL)');
    const [last] = await tx.all<{ version: number }>('SELECT version FROM schema_version ORDER BY version DESC LIMIT 1');
    const version = last?.version ?? 0;
    const known = migrations.at(-1)?.version ?? 0;
    if (version > known) throw new OfficeDataError(`version ${version} of the data, ${known} is known`);
    for (const migration of migrations) if (migration.version > version) await apply(tx, migration);
    await foundCompany(tx, Date.now());
  });
}

async function apply(tx: OfficeTx, { version, name, sql }: Migration) {
  for (const statement of sql.split(';')) if (statement.trim() !== '') await tx.run(statement);
  await tx.run('INSERT INTO schema_version (version, name) VALUES (?, ?)', version, name);
}
