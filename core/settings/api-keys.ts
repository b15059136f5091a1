import { createHash, randomBytes } from 'node:crypto';
import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { createRecord } from '#core/records/write.ts';

/** A key of another program. Only its hash is kept: who reads the database can't use it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly keyHash: string;
  readonly createdAt: number;
}

export const apiKeyRecord = defineRecordType<ApiKeyRow>({
  name: 'api_key',
  table: 'api_key',
  fields: { name: { column: 'name' }, keyHash: { column: 'key_hash' }, createdAt: { column: 'created_at' } },
  describe: (key) => key.name,
  undoable: false,
});

/** Makes a key with 256 random bits; it can't be read again later. */
export function createApiKey(act: Act, name: string): { readonly id: string; readonly name: string; readonly key: string } {
  const key = `cartera_${randomBytes(32).toString('base64url')}`;
  const row = createRecord(act, apiKeyRecord, { id: newId(), name, keyHash: hash(key), createdAt: act.at });
  return { id: row.id, name, key };
}

export function readApiKeys(db: ReadDb): { id: string; name: string; createdAt: number }[] {
  return db
    .read<[], { id: string; name: string; createdAt: number }>(
      'SELECT id, name, created_at AS createdAt FROM api_key ORDER BY created_at',
    )
    .all();
}

export function isApiKey(db: ReadDb, key: string): boolean {
  return db.read<[string], unknown>('SELECT 1 FROM api_key WHERE key_hash = ?').get(hash(key)) !== undefined;
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
