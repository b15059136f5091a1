import { readIdentity } from '#office/enrol/identity.ts';
import { readCompany } from '#office/company/company.ts';
import type { OfficeStore } from '#office/store/office-store.ts';
import { publicKeysOf } from '#wire/keys.ts';
import type { PublicKeys } from '#wire/keys.ts';

/** Makes computers known to head office, each of a branch of its own, up to date with what is there. */
export async function addBranches(store: OfficeStore, ids: readonly string[], keys: readonly PublicKeys[]): Promise<void> {
  await store.transaction(async (tx) => {
    const { seq } = await readCompany(tx);
    for (const [index, id] of ids.entries())
      await tx.run(
        `INSERT INTO device (id, branch_id, name, keys, status, is_main, brings, created_at, protocol, schema_version, program_version,
          cursor, waiting, last_stamp, till) VALUES (?, ?, ?, ?, 'active', 1, 0, ?, 1, 100, '0.1.0', ?, 0, '', 1)`,
        id,
        `branch-of-${id}`,
        id,
        JSON.stringify(keys[index]),
        Date.now(),
        seq,
      );
  });
}

const fields = `'${JSON.stringify({
  type: 'contact',
  givenName: 'Ana',
  familyName: 'García',
  branchId: '?',
  source: 'walk-in',
  jobTitle: 'owner',
  notes: 'wants a white door, ninety wide, call after five',
  phones: [{ raw: '+34600000000', e164: '+34600000000' }],
  emails: [{ address: 'ana@example.com' }],
}).replace('?', "' || home || '")}'`;

interface Filling {
  readonly rows: number;
  readonly branches: number;
}

/** Fills it with records as they would have come, spread over the branches. Written straight into the tables. */
export async function fillRecords(store: OfficeStore, { rows, branches }: Filling): Promise<void> {
  const counted = `WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${rows}) SELECT n FROM counted`;
  const from = `(SELECT n, 'branch-of-' || (n % ${branches}) AS home FROM (${counted}) AS numbers) AS made`;
  await store.transaction(async (tx) => {
    const { seq } = await readCompany(tx);
    await tx.run(
      `INSERT INTO record (type, id, seq, made, bucket, high, low, base, gone, home, scopes, origin, sender, bytes, stamps, seqs, authors, fields)
       SELECT 'party', 'filled-' || n, n + ${seq}, n + ${seq}, n % 256, 0, 0, '0mb9x1k2c0001filled00', NULL, home, home, NULL, NULL, 300,
         '{}', '{}', '{"":"Ana"}', ${fields} FROM ${from}`,
    );
    await tx.run(
      `INSERT INTO entry (scope, type, id, seq, entered, is_leave)
       SELECT home, 'party', 'filled-' || n, n + ${seq}, n + ${seq}, 0 FROM ${from}`,
    );
    await tx.run('UPDATE company SET seq = seq + ?', rows);
    await tx.run('UPDATE device SET cursor = ?', seq + rows);
  });
}

/** What a computer knows of its company. */
export async function describeCompany(store: OfficeStore) {
  const { companyId, keys } = await readIdentity(store, Date.now());
  const { epoch, seq } = await store.read((tx) => readCompany(tx));
  return { companyId, officeKeys: publicKeysOf(keys), epoch, cursor: seq * 2 };
}
