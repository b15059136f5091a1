import type { ReadDb } from '#core/database/connection.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { newId } from '#core/records/new-id.ts';
import type { Store } from '#core/records/store.ts';
import { createRecord } from '#core/records/write.ts';
import { readOwnBranch } from '#core/records/own-branch.ts';
import { rightsOfRole, teamOf } from '#core/people/roles.ts';
import { allowedHere, ownerActor, personActor } from '#core/people/allow.ts';
import type { Person } from '#shared/people/contract.ts';
import type { Actor } from '#shared/people/permission.ts';
import { isLimited } from '#shared/people/rights.ts';

export type User = Person;

export const userRecord = defineRecordType<User>({
  name: 'user',
  table: 'user',
  fields: {
    name: { column: 'name' },
    role: { column: 'role' },
    headId: { column: 'head_id' },
    phone: { column: 'phone' },
    email: { column: 'email' },
    branchId: { column: 'branch_id' },
    teamId: { column: 'team_id' },
    timeZone: { column: 'time_zone' },
    workingHours: { column: 'working_hours', json: true },
    createdAt: { column: 'created_at' },
    archivedAt: { column: 'archived_at' },
  },
  describe: (user) => user.name,
  ofBranch: true,
  undoable: false,
});

/** What a user has where nothing was said. */
export const emptyUserFields = {
  headId: null,
  phone: '',
  email: '',
  branchId: null,
  teamId: null,
  timeZone: '',
  workingHours: null,
  archivedAt: null,
} as const satisfies Partial<User>;

/** Makes sure that somebody owns this copy: at the first start there is nobody yet. */
export function ensureOwner(store: Store) {
  if (findOwner(store.db)) return;
  const id = newId();
  store.performNow({ actor: ownerActor({ id, name: '' }), kind: 'settings', subject: '' }, (act) => {
    if (!findOwner(act.tx)) createRecord(act, userRecord, { ...emptyUserFields, id, name: '', role: 'owner', createdAt: act.at });
  });
}

/**
 * The owner of this copy, by the name she goes by now. On a computer of a branch it is whoever is in charge there: she looks after that
 * computer as an owner does, and sees of its clients what her role lets her see.
 */
export function readOwner(db: ReadDb): Actor {
  const own = readOwnBranch(db);
  const owner = findOwner(db, own?.branchId ?? null);
  if (!owner) throw new Error('nobody owns this copy');
  const isInCharge = own !== null && own.branchId !== null;
  const found = isInCharge ? findActor(db, owner.id) : null;
  const limits = found?.type === 'actor' ? found.actor.limits : null;
  return allowedHere({ ...ownerActor(owner), limits }, own);
}

export type ActorFound = { readonly type: 'actor'; readonly actor: Actor } | { readonly type: 'unknown' | 'archived' };

/** Who acts when this user is named. */
export function findActor(db: ReadDb, userId: string): ActorFound {
  const user = db
    .read<[string], Pick<User, 'id' | 'name' | 'role' | 'branchId' | 'archivedAt'>>(
      'SELECT id, name, role, branch_id AS branchId, archived_at AS archivedAt FROM user WHERE id = ?',
    )
    .get(userId);
  if (!user) return { type: 'unknown' };
  if (user.archivedAt !== null) return { type: 'archived' };
  return { type: 'actor', actor: allowedHere(personActor(withRights(db, user)), readOwnBranch(db)) };
}

/** Who is in her team is asked only where her rights have limits. */
function withRights<Someone extends Pick<User, 'id' | 'role'>>(db: ReadDb, user: Someone) {
  if (user.role === 'owner') return user;
  const rights = rightsOfRole(db, user.role);
  return isLimited(rights) ? { ...user, rights, teamIds: teamOf(db, user.id) } : { ...user, rights };
}

const byRole = `CASE role WHEN 'owner' THEN 0 WHEN 'head' THEN 1 WHEN 'seller' THEN 2 ELSE 3 END`;

/**
 * An owner who works here comes first; without one, a copy that somebody began long ago is still hers. In a branch that is whoever
 * has most to say among its own people, and where it has none yet, the owner of the company.
 */
function findOwner(db: ReadDb, branchId: string | null = null) {
  const ofBranch = db.read<[string], { id: string; name: string }>(
    `SELECT id, name FROM user WHERE branch_id = ? AND archived_at IS NULL ORDER BY ${byRole}, created_at, id LIMIT 1`,
  );
  const found = branchId === null ? undefined : ofBranch.get(branchId);
  if (found) return found;
  return db
    .read<[], { id: string; name: string }>(
      `SELECT id, name FROM user ORDER BY role <> 'owner', archived_at IS NOT NULL, name = '', branch_id IS NOT NULL, created_at, id LIMIT 1`,
    )
    .get();
}
