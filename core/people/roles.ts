import type { ReadDb } from '#core/database/connection.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { decodeRow, readRecord } from '#core/records/write.ts';
import type { RoleRead, RoleRow, Team } from '#shared/people/contract.ts';
import { operations } from '#shared/people/permission.ts';
import { builtInRights, builtInRoles, isBuiltIn } from '#shared/people/role.ts';
import type { Role } from '#shared/people/role.ts';
import { rightsSchema } from '#shared/people/rights.ts';
import type { Rights } from '#shared/people/rights.ts';

/** A role of the shop's own, or one every shop has that was changed: that one has the role's name for its id. */
export const roleRecord = defineRecordType<RoleRow>({
  name: 'role',
  table: 'role',
  fields: {
    name: { column: 'name' },
    rights: { column: 'rights', json: true },
    createdAt: { column: 'created_at' },
    archivedAt: { column: 'archived_at' },
  },
  describe: ({ name }) => name,
  undoable: false,
});

export const teamRecord = defineRecordType<Team>({
  name: 'team',
  table: 'team',
  fields: {
    name: { column: 'name' },
    createdAt: { column: 'created_at' },
    archivedAt: { column: 'archived_at' },
  },
  describe: ({ name }) => name,
  undoable: false,
});

/** The roles every shop has, then those of its own that can be given, by name. */
export function readRoleList(db: ReadDb): RoleRead[] {
  const own = db
    .readColumn<[], string>("SELECT id FROM role WHERE name <> '' AND archived_at IS NULL ORDER BY name COLLATE NOCASE, id")
    .all();
  return [...builtInRoles, ...own].map((id) => readRole(db, id));
}

/** A role that there is. */
export function readRole(db: ReadDb, id: Role): RoleRead {
  const kept = readRecord(db, roleRecord, id)?.row;
  return {
    id,
    name: kept?.name ?? '',
    rights: id === 'owner' ? everythingAtAll() : rightsOfRole(db, id),
    archivedAt: kept?.archivedAt ?? null,
    isBuiltIn: isBuiltIn(id),
    isChanged: isBuiltIn(id) && kept !== undefined,
    people: peopleInRole(db, id),
  };
}

/** How many people who work here have a role. */
export function peopleInRole(db: ReadDb, role: Role): number {
  return db.readColumn<[string], number>('SELECT count(*) FROM user WHERE role = ? AND archived_at IS NULL').get(role) ?? 0;
}

function everythingAtAll(): Rights {
  return { ...builtInRights('head'), operations: [...operations] };
}

export function readTeams(db: ReadDb): Team[] {
  return db
    .read<[], Record<string, unknown>>('SELECT * FROM team WHERE archived_at IS NULL ORDER BY name COLLATE NOCASE, id')
    .all()
    .map((row) => decodeRow(teamRecord, row));
}

/** What a role may do now; of one that isn't known here, as little as can be. The owner has none: she may do everything. */
export function rightsOfRole(db: ReadDb, role: Exclude<Role, 'owner'>): Rights {
  const kept = db.readColumn<[string], string>('SELECT rights FROM role WHERE id = ?').get(role);
  const read = kept === undefined ? undefined : rightsSchema.safeParse(JSON.parse(kept));
  if (read?.success) return read.data;
  return kept === undefined && isBuiltIn(role) && role !== 'owner' ? builtInRights(role) : nothingAtAll;
}

const none = 'none';
const nothingAtAll: Rights = {
  objects: {
    client: { see: none, edit: none, delete: none, export: none },
    lead: { see: none, edit: none },
    deal: { see: none, edit: none, delete: none },
    task: { see: none, edit: none },
  },
  keyClients: false,
  fields: {},
  stages: {},
  operations: ['people.see', 'settings.see'],
};

/** The people of somebody's team, and those who answer to her, directly or not; she herself first. */
export function teamOf(db: ReadDb, userId: string): string[] {
  return db
    .readColumn<[string, string], string>(
      `WITH RECURSIVE under (id) AS (
         SELECT ? UNION SELECT user.id FROM user JOIN under ON user.head_id = under.id
       )
       SELECT id FROM under
       UNION SELECT mate.id FROM user me JOIN user mate ON mate.team_id = me.team_id WHERE me.id = ?`,
    )
    .all(userId, userId)
    .sort((one, other) => Number(other === userId) - Number(one === userId) || (one < other ? -1 : 1));
}
