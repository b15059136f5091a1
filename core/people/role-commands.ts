import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord, purgeRecord, readRecord } from '#core/records/write.ts';
import { peopleInRole, roleRecord, teamRecord } from '#core/people/roles.ts';
import { userRecord } from '#core/people/users.ts';
import type { RoleRow, Team } from '#shared/people/contract.ts';
import { builtInRights, isBuiltIn } from '#shared/people/role.ts';
import { foldText } from '#shared/text/fold-text.ts';

type RoleFields = Pick<RoleRow, 'name' | 'rights'>;

export type RoleSaved =
  | { readonly type: 'saved'; readonly id: string }
  | { readonly type: 'refused'; readonly code: 'nameTaken' }
  | { readonly type: 'notFound' };

export function createRole(act: Act, { name, rights }: RoleFields): Exclude<RoleSaved, { type: 'notFound' }> {
  if (isTaken(act, name)) return { type: 'refused', code: 'nameTaken' };
  const role = createRecord(act, roleRecord, { id: newId(), name, rights, createdAt: act.at, archivedAt: null });
  return { type: 'saved', id: role.id };
}

/** Changes a role; of one that every shop has, its rights only. */
export function changeRole(act: Act, id: string, changes: Partial<RoleFields>): RoleSaved {
  const found = readRecord(act.tx, roleRecord, id)?.row;
  if (isBuiltIn(id)) {
    if (id === 'owner') return { type: 'notFound' };
    const rights = changes.rights ?? found?.rights ?? builtInRights(id);
    if (found) changeRecord(act, roleRecord, { id, changes: { rights } });
    else createRecord(act, roleRecord, { id, name: '', rights, createdAt: act.at, archivedAt: null });
    return { type: 'saved', id };
  }
  if (!found) return { type: 'notFound' };
  if (changes.name !== undefined && isTaken(act, changes.name, id)) return { type: 'refused', code: 'nameTaken' };
  changeRecord(act, roleRecord, { id, changes: { ...changes, archivedAt: null } });
  return { type: 'saved', id };
}

export type RoleRemoved = { readonly type: 'saved' | 'notFound' } | { readonly type: 'inUse'; readonly people: number };

/** Makes a built-in role as delivered again; one of the shop's own can't be given any more. */
export function removeRole(act: Act, id: string): RoleRemoved {
  if (!readRecord(act.tx, roleRecord, id)) return { type: 'notFound' };
  if (isBuiltIn(id)) {
    purgeRecord(act, roleRecord, id);
    return { type: 'saved' };
  }
  const people = peopleInRole(act.tx, id);
  if (people > 0) return { type: 'inUse', people };
  changeRecord(act, roleRecord, { id, changes: { archivedAt: act.at } });
  return { type: 'saved' };
}

export function createTeam(act: Act, name: string): Team {
  return createRecord(act, teamRecord, { id: newId(), name, createdAt: act.at, archivedAt: null });
}

export function renameTeam(act: Act, id: string, name: string): Team | undefined {
  return changeRecord(act, teamRecord, { id, changes: { name } });
}

/** Gives a team up; whoever was in it is in none. */
export function removeTeam(act: Act, id: string): Team | undefined {
  const members = act.tx.readColumn<[string], string>('SELECT id FROM user WHERE team_id = ?').all(id);
  for (const member of members) changeRecord(act, userRecord, { id: member, changes: { teamId: null } });
  return changeRecord(act, teamRecord, { id, changes: { archivedAt: act.at } });
}

function isTaken(act: Act, name: string, exceptId?: string): boolean {
  const names = act.tx.readRaw<[], [string, string]>("SELECT id, name FROM role WHERE archived_at IS NULL AND name <> ''").all();
  return names.some(([id, taken]) => id !== exceptId && foldText(taken) === foldText(name));
}
