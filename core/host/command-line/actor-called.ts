import type { ReadDb } from '#core/database/connection.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { readPeople } from '#core/people/queries.ts';
import { findActor } from '#core/people/users.ts';
import type { Actor } from '#shared/people/permission.ts';
import { foldText } from '#shared/text/fold-text.ts';

/** Whoever works here and has this id, or else this name, however it is written. @throws {CommandError} */
export function actorCalled(db: ReadDb, person: string): Actor {
  const people = readPeople(db).filter(({ archivedAt }) => archivedAt === null);
  const named = people.filter(({ name }) => foldText(name) === foldText(person));
  const [found, another] = people.some(({ id }) => id === person) ? people.filter(({ id }) => id === person) : named;
  if (!found) throw new CommandError('personNotFound', { person });
  if (another) throw new CommandError('personAmbiguous', { person, ids: named.map(({ id }) => id).join(', ') });
  const acting = findActor(db, found.id);
  if (acting.type !== 'actor') throw new CommandError('personNotFound', { person });
  return acting.actor;
}
