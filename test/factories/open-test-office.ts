import { onTestFinished } from 'vitest';
import { openOfficeStore } from '#office/store/open-office-store.ts';
import type { OfficePlace } from '#office/store/open-office-store.ts';
import type { OfficeStore } from '#office/store/office-store.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';
import { makePostgresDatabase } from '#test/factories/test-postgres.ts';

/** The databases that head office stands on: what holds for one has to hold for the other. */
export const storeKinds = ['SQLite', 'PostgreSQL'] as const;
export type StoreKind = (typeof storeKinds)[number];

/** A place for head office's data that nobody else uses, gone when the test ends. */
export async function makeOfficePlace(kind: StoreKind): Promise<OfficePlace> {
  return kind === 'SQLite' ? { data: makeTestDirectory() } : { database: await makePostgresDatabase() };
}

/** Head office's data in a real database, closed when the test ends. */
export async function openTestOffice(kind: StoreKind, place?: OfficePlace): Promise<OfficeStore> {
  const store = await openOfficeStore(place ?? (await makeOfficePlace(kind)));
  onTestFinished(() => store.close());
  return store;
}

interface TestDevice {
  readonly id: string;
  /** Null is head office. */
  readonly branchId: string | null;
  readonly brings?: boolean;
  /** The end of the stamps it makes. */
  readonly clockPart?: string;
}

/** Makes a device known to head office. */
export async function addTestDevice(store: OfficeStore, { id, branchId, brings, clockPart }: TestDevice): Promise<void> {
  await store.transaction((tx) =>
    tx.run(
      `INSERT INTO device (id, branch_id, name, keys, status, is_main, brings, clock_part, created_at, cursor, waiting, last_stamp)
       VALUES (?, ?, ?, '{}', 'active', 1, ?, ?, 0, 0, 0, '')`,
      id,
      branchId,
      id,
      Number(brings ?? false),
      clockPart ?? null,
    ),
  );
}
