import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrateOffice } from '#office/store/migrate-office.ts';
import type { OfficeStore } from '#office/store/office-store.ts';
import { openPostgresStore } from '#office/store/postgres-store.ts';
import { openSqliteStore } from '#office/store/sqlite-store.ts';

/** Where head office's data is: a folder, with the key it is encrypted with, or the address of a PostgreSQL database. */
export type OfficePlace = { readonly data: string; readonly key?: string | null } | { readonly database: string };

/**
 * Opens head office's data, making it when it isn't there, and brings it up to date.
 * @throws {OfficeDataError} when it was written by a newer program
 */
export async function openOfficeStore(place: OfficePlace): Promise<OfficeStore> {
  const isServer = 'database' in place;
  if (!isServer) mkdirSync(place.data, { recursive: true });
  const store = isServer ? openPostgresStore(place.database) : openSqliteStore(join(place.data, 'office.db'), place.key ?? null);
  try {
    await migrateOffice(store, isServer);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
