import type { Running } from '#core/automation/running.ts';
import type { Subject } from '#core/automation/subject.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { personIdOf } from '#core/people/allow.ts';
import { findPerson, headOf, readPeople } from '#core/people/queries.ts';
import { readOwner } from '#core/people/users.ts';
import type { Assignee } from '#shared/automation/actions.ts';

type Assigning = Pick<Running, 'act' | 'subject' | 'actor' | 'turn'>;

/** Whom a rule means; the owner of the shop where nobody else is there. */
export function findAssignee(assignee: Assignee, assigning: Assigning): string {
  return namedBy(assignee, assigning) ?? readOwner(assigning.act.tx).userId;
}

function namedBy(assignee: Assignee, assigning: Assigning): string | undefined {
  const { subject, actor } = assigning;
  const db = assigning.act.tx;
  switch (assignee.type) {
    case 'owner':
      return inChargeHere(db, subject);
    case 'actor':
      return personIdOf(actor) ?? inChargeHere(db, subject);
    case 'head': {
      const whose = subject.task()?.assigneeId ?? inCharge(subject)[0] ?? personIdOf(actor);
      return whose ? headOf(db, whose) : undefined;
    }
    case 'people':
      return choose(
        working(db).filter(({ id }) => assignee.userIds.includes(id)),
        assignee.by,
        assigning,
      );
    case 'role':
      return choose(
        working(db).filter(({ role }) => role === assignee.role),
        assignee.by,
        assigning,
      );
  }
}

/** Of the deal, the request and the client, in this order. */
function inCharge(subject: Subject): readonly string[] {
  const ids = [subject.deal()?.ownerId, subject.lead()?.ownerId, subject.party()?.ownerId];
  return ids.filter((id) => id !== undefined && id !== null);
}

/** What is given to somebody who left would never be done. */
function inChargeHere(db: ReadDb, subject: Subject): string | undefined {
  return inCharge(subject).find((id) => findPerson(db, id)?.archivedAt === null);
}

function working(db: ReadDb) {
  return readPeople(db).filter(({ archivedAt }) => archivedAt === null);
}

function choose(
  people: readonly { readonly id: string }[],
  by: 'turn' | 'fewestTasks',
  { act: { tx }, turn }: Assigning,
): string | undefined {
  if (people.length === 0) return undefined;
  if (by === 'turn') return people[turn % people.length]?.id;
  const open = tx.readColumn<[string], number>("SELECT count(*) FROM task WHERE assignee_id = ? AND status = 'open'");
  const counted = people.map(({ id }) => ({ id, count: open.get(id) ?? 0 }));
  return counted.reduce((fewest, one) => (one.count < fewest.count ? one : fewest)).id;
}
