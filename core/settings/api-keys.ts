import { createHash, randomBytes } from 'node:crypto';
import { noteAudit } from '#core/audit/note-audit.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import type { Store } from '#core/records/store.ts';
import { createRecord, purgeRecord } from '#core/records/write.ts';
import type { Permission } from '#shared/people/permission.ts';
import type { ApiKey } from '#shared/settings/contract.ts';

/** A key of another program. Only its hash is kept: who reads the database can't use it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly keyHash: string;
  /** Whom the program acts as; null is the owner. */
  readonly userId: string | null;
  /** What it may do at most; null is all that its person may. */
  readonly scopes: readonly Permission[] | null;
  /** UTC milliseconds; null is never. */
  readonly expiresAt: number | null;
  readonly createdAt: number;
}

export const apiKeyRecord = defineRecordType<ApiKeyRow>({
  name: 'api_key',
  table: 'api_key',
  fields: {
    name: { column: 'name' },
    keyHash: { column: 'key_hash' },
    userId: { column: 'user_id' },
    scopes: { column: 'scopes', json: true },
    expiresAt: { column: 'expires_at' },
    createdAt: { column: 'created_at' },
  },
  describe: (key) => key.name,
  undoable: false,
});

type NewApiKey = Pick<ApiKeyRow, 'name' | 'userId' | 'scopes' | 'expiresAt'>;

/** Makes a key with 256 random bits; it can't be read again later. */
export function createApiKey(act: Act, input: NewApiKey): Pick<ApiKeyRow, 'id' | 'name'> & { readonly key: string } {
  const key = `cartera_${randomBytes(32).toString('base64url')}`;
  const row = createRecord(act, apiKeyRecord, { ...input, id: newId(), keyHash: hash(key), createdAt: act.at });
  noteToken(act, { keyName: row.name, made: true });
  return { id: row.id, name: row.name, key };
}

/** Revokes a key. */
export function deleteApiKey(act: Act, { id, name }: Pick<ApiKeyRow, 'id' | 'name'>) {
  purgeRecord(act, apiKeyRecord, id);
  noteToken(act, { keyName: name, made: false });
}

function noteToken({ tx, at, actor }: Act, { keyName, made }: { readonly keyName: string; readonly made: boolean }) {
  noteAudit(tx, { at, actor, kind: 'token', subject: keyName, details: { made } });
}

const columns =
  'id, name, user_id AS userId, scopes, expires_at AS expiresAt, last_used_at AS lastUsedAt, created_at AS createdAt';

type KeptApiKey = Omit<ApiKey, 'scopes'> & { readonly scopes: string | null };

export function readApiKeys(db: ReadDb): ApiKey[] {
  return db.read<[], KeptApiKey>(`SELECT ${columns} FROM api_key ORDER BY created_at`).all().map(toApiKey);
}

/** The key that another program sent, or undefined when there is no such key. */
export function findApiKey(db: ReadDb, key: string): ApiKey | undefined {
  const found = db.read<[string], KeptApiKey>(`SELECT ${columns} FROM api_key WHERE key_hash = ?`).get(hash(key));
  return found && toApiKey(found);
}

/** How often (ms) it is kept when a key was used. */
const usedKeptEvery = 60_000;

/** Keeps that a key was used; nobody waits for it. */
export function noteKeyUsed(store: Store, { id, lastUsedAt }: ApiKey) {
  const now = store.now();
  if (lastUsedAt !== null && now - lastUsedAt < usedKeptEvery) return;
  store.keep((tx) => tx.write('UPDATE api_key SET last_used_at = ? WHERE id = ?').run(now, id)).catch(() => undefined);
}

function toApiKey({ scopes, ...key }: KeptApiKey): ApiKey {
  return { ...key, scopes: scopes === null ? null : (JSON.parse(scopes) as Permission[]) };
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
