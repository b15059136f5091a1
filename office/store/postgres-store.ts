import { setTimeout as wait } from 'node:timers/promises';
import { Pool, TypeOverrides } from 'pg';
import type { PoolClient } from 'pg';
import type { OfficeStore, OfficeTx, Table, Value } from '#office/store/office-store.ts';
import { upsertSql } from '#office/store/upsert-sql.ts';

const maximumTries = 8;
const bigint = 20;

/** Head office's database on a server, which several processes may share. */
export function openPostgresStore(address: string, connections = 10): OfficeStore {
  const types = new TypeOverrides();
  types.setTypeParser(bigint, Number);
  const pool = new Pool({ connectionString: address, max: connections, types });
  // A connection that breaks while nobody uses it is only dropped; the next one is made when it is wanted.
  pool.on('error', () => undefined);
  return {
    transaction: (work) => again(() => perform(pool, 'BEGIN', work)),
    read: (work) => again(() => perform(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work)),
    // What its log and its backups hold is for whoever runs the server.
    compact: async () => void (await pool.query('VACUUM FULL record, quarantine, content_piece')),
    close: () => pool.end(),
  };
}

async function perform<Result>(pool: Pool, begin: string, work: (tx: OfficeTx) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query(begin);
    const result = await work(createTx(client));
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    const isUsable = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    );
    client.release(!isUsable);
    throw error;
  }
}

/** Serialization failures and deadlocks are nobody's fault: the same work is done once more. */
async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const { code } = error as { readonly code?: unknown };
      if ((code !== '40001' && code !== '40P01') || tries === maximumTries) throw error;
      await wait(Math.random() * 20 * tries);
    }
  }
}

const translated = new Map<string, string>();

/** Numbers the question marks and names the function for JSON as PostgreSQL does. */
function translate(sql: string): string {
  let found = translated.get(sql);
  if (found === undefined) {
    let count = 0;
    found = sql.replaceAll('json_each(?)', 'json_array_elements(?::json)').replaceAll('?', () => `$${++count}`);
    translated.set(sql, found);
  }
  return found;
}

function createTx(client: PoolClient): OfficeTx {
  return {
    async all<Row>(sql: string, ...parameters: Value[]) {
      return (await client.query(translate(sql), parameters)).rows as Row[];
    },
    async run(sql, ...parameters) {
      return (await client.query(translate(sql), parameters)).rowCount ?? 0;
    },
    async upsert(table: Table, rows) {
      if (rows.length === 0) return;
      const kinds = Object.values(table.columns);
      const arrays = kinds.map((kind, index) => `$${index + 1}::${kind === 'text' ? 'text' : 'bigint'}[]`);
      const columns = kinds.map((_, index) => rows.map((row) => row[index] ?? null));
      await client.query(upsertSql(table, `SELECT * FROM unnest(${arrays.join(', ')})`), columns);
    },
  };
}
