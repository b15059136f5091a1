import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import type * as Company from '#test/factories/company.ts';
import type * as Migrations from '#migrations/local/index.ts';
import type * as OfTwo from '#test/branches/company-of-two.ts';
import type * as PartyRecord from '#core/party/party-record.ts';
import type * as RecordTypes from '#core/records/record-type.ts';

/** The program as it will be two versions from now. */
export interface Newer {
  readonly company: typeof Company;
  readonly ofTwo: typeof OfTwo;
}

/**
 * Loads the program a second time beside the one that is there: cards say how loyal a client is, visits are a kind of record, conflicts may be
 * postponed, and the company has one setting more.
 */
export async function loadNewer(): Promise<Newer> {
  vi.resetModules();
  vi.doMock('#migrations/local/index.ts', async (original) => {
    const { localMigrations } = await original<typeof Migrations>();
    const last = localMigrations.at(-1)?.version ?? 0;
    const sql = localMigrations.map((migration) => migration.sql).join('\n');
    return { localMigrations: [...localMigrations, loyalty(last, sql), visits(last)] };
  });
  vi.doMock('#shared/sync/scope-rules.ts', () => import(newerScopeRules()) as Promise<object>);
  try {
    const { partyRecord } = (await import('#core/party/party-record.ts')) as typeof PartyRecord;
    Object.assign(partyRecord.fields, { loyalty: { column: 'loyalty' } });
    const { defineRecordType } = (await import('#core/records/record-type.ts')) as typeof RecordTypes;
    defineRecordType<{ id: string; partyId: string; text: string }>({
      name: 'visit',
      table: 'visit',
      fields: { partyId: { column: 'party_id' }, text: { column: 'text' } },
      references: [{ field: 'partyId', to: 'party', onPurge: 'purge' }],
      describe: ({ text }) => text,
    });
    return { company: await import('#test/factories/company.ts'), ofTwo: await import('#test/branches/company-of-two.ts') };
  } finally {
    vi.doUnmock('#migrations/local/index.ts');
    vi.doUnmock('#shared/sync/scope-rules.ts');
  }
}

function newerScopeRules(): string {
  const path = fileURLToPath(new URL('../../shared/sync/scope-rules.ts', import.meta.url));
  const source = readFileSync(path, 'utf8')
    .replace('  party: {', "  visit: { home: 'parents', parents: { partyId: 'party' }, writers: 'holders' },\n  party: {")
    .replace("  'clientCards',", "  'clientCards',\n  'loyaltyName',");
  return `data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(source))}`;
}

/** SQLite changes no condition of a table: the table is made anew. */
function loyalty(version: number, sql: string) {
  const [table = ''] = /CREATE TABLE conflict \([\s\S]*?\) STRICT;/.exec(sql) ?? [];
  const wider = table.replace('TABLE conflict', 'TABLE wider').replace("'edited'", "'edited', 'postponed'");
  return {
    version: version + 1,
    name: 'loyalty',
    sql: `
      ALTER TABLE party ADD COLUMN loyalty TEXT;
      ${wider}
      INSERT INTO wider SELECT * FROM conflict;
      DROP TABLE conflict;
      ALTER TABLE wider RENAME TO conflict;`,
  };
}

function visits(version: number) {
  return {
    version: version + 2,
    name: 'visits',
    sql: `CREATE TABLE visit (
      id TEXT PRIMARY KEY,
      party_id TEXT NOT NULL REFERENCES party (id),
      text TEXT NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT`,
  };
}
