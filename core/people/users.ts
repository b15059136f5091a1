import type { ReadDb } from '#core/database/connection.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { newId } from '#core/records/new-id.ts';
import type { Store } from '#core/records/store.ts';
import { createRecord } from '#core/records/write.ts';
import { ownerActor } from '#core/people/allow.ts';
import type { Actor } from '#shared/people/permission.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
}

export const userRecord = defineRecordType<User>({
  name: 'user',
  table: 'user',
  fields: { name: { column: 'name' }, createdAt: { column: 'created_at' } },
  describe: (user) => user.name,
  undoable: false,
});

/** Makes sure that somebody owns this copy: at the first start there is nobody yet. */
export function ensureOwner(store: Store) {
  if (findOwner(store.db)) return;
  const id = newId();
  store.performNow({ actor: ownerActor({ id, name: '' }), kind: 'settings', subject: '' }, (act) => {
    if (!findOwner(act.tx)) createRecord(act, userRecord, { id, name: '', createdAt: act.at });
  });
}

/** The owner of this copy, by the name she goes by now. */
export function readOwner(db: ReadDb): Actor {
  const owner = findOwner(db);
  if (!owner) throw new Error('nobody owns this copy');
  return ownerActor(owner);
}

function findOwner(db: ReadDb) {
  return db.read<[], { id: string; name: string }>('SELECT id, name FROM user ORDER BY created_at, id LIMIT 1').get();
}
