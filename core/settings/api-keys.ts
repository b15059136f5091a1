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
  /** Whom the program acts as; null is the owner. */
  readonly userId: string | null;
  readonly createdAt: number;
}

export const apiKeyRecord = defineRecordType<ApiKeyRow>({
  name: 'api_key',
  table: 'api_key',
  fields: {
    name: { column: 'name' },
    keyHash: { column: 'key_hash' },
    userId: { column: 'user_id' },
    createdAt: { column: 'created_at' },
  },
  describe: (key) => key.name,
  undoable: false,
});

interface NewApiKey {
  readonly name: string;
  readonly userId: string | null;
}

/** Makes a key with 256 random bits; it can't be read again later. */
export function createApiKey(act: Act, { name, userId }: NewApiKey): Pick<ApiKeyRow, 'id' | 'name'> & { readonly key: string } {
  const key = `cartera_${randomBytes(32).toString('base64url')}`;
  const row = createRecord(act, apiKeyRecord, { id: newId(), name, keyHash: hash(key), userId, createdAt: act.at });
  return { id: row.id, name, key };
}

export function readApiKeys(db: ReadDb): Omit<ApiKeyRow, 'keyHash'>[] {
  return db
    .read<[], Omit<ApiKeyRow, 'keyHash'>>(
      'SELECT id, name, user_id AS userId, created_at AS createdAt FROM api_key ORDER BY created_at',
    )
    .all();
}

/** The key that another program sent, or undefined when there is no such key. */
export function findApiKey(db: ReadDb, key: string): Pick<ApiKeyRow, 'userId'> | undefined {
  return db.read<[string], Pick<ApiKeyRow, 'userId'>>('SELECT user_id AS userId FROM api_key WHERE key_hash = ?').get(hash(key));
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
