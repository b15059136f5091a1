import type { ReadDb } from '#core/database/connection.ts';
import { isAllowed } from '#core/people/allow.ts';
import { readPeople } from '#core/people/queries.ts';
import { findActor, readOwner } from '#core/people/users.ts';
import type { ActorFound } from '#core/people/users.ts';
import { isProtected, readSecretKinds } from '#core/session/logins.ts';
import type { Entrant, Entry } from '#shared/session/contract.ts';
import type { SecretKind } from '#shared/session/secret.ts';

/** Whoever has entered as this person, with the rights of now; the owner of this copy with all that the owner may do. */
export function entrantActor(db: ReadDb, userId: string): ActorFound {
  const owner = readOwner(db);
  return owner.userId === userId ? { type: 'actor', actor: owner } : findActor(db, userId);
}

export function canManagePeople(db: ReadDb, userId: string): boolean {
  const found = entrantActor(db, userId);
  return found.type === 'actor' && isAllowed(found.actor, 'people.manage');
}

/** Those who work here, and how each enters. */
export function readEntrants(db: ReadDb): Entrant[] {
  const kinds = readSecretKinds(db);
  return readPeople(db)
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id, name, role }) => ({ id, name, role, entry: entryOf(db, id, kinds.get(id)) }));
}

/** Where others have passwords, who may manage people doesn't enter without one: it would be a way round all of them. */
export function entryOf(db: ReadDb, userId: string, kind: SecretKind | undefined): Entry {
  if (kind !== undefined) return kind;
  return isProtected(db) && canManagePeople(db, userId) ? 'needed' : 'tap';
}
