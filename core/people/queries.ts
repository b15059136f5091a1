import type { ReadDb } from '#core/database/connection.ts';
import { decodeRow, readRecord } from '#core/records/write.ts';
import { readOwner, userRecord } from '#core/people/users.ts';
import type { Person } from '#shared/people/contract.ts';

/** Everybody: who works here by name, then those who left. */
export function readPeople(db: ReadDb): Person[] {
  return db
    .read<[], Record<string, unknown>>('SELECT * FROM user ORDER BY archived_at IS NOT NULL, name COLLATE NOCASE, id')
    .all()
    .map((row) => decodeRow(userRecord, row));
}

export function findPerson(db: ReadDb, id: string): Person | undefined {
  return readRecord(db, userRecord, id)?.row;
}

/** Says whether the shop has no other owner who works there. */
export function isLastOwner(db: ReadDb, id: string): boolean {
  const owners = db.readColumn<[], string>(`SELECT id FROM user WHERE role = 'owner' AND archived_at IS NULL`).all();
  return owners.length === 1 && owners[0] === id;
}

/** Whom a person's overdue tasks go to: the head, or the head's head where that one has left, and in the end the owner. */
export function headOf(db: ReadDb, userId: string): string {
  const seen = new Set([userId]);
  for (let person = findPerson(db, userId); person?.headId;) {
    if (seen.has(person.headId)) break;
    seen.add(person.headId);
    person = findPerson(db, person.headId);
    if (person && person.archivedAt === null) return person.id;
  }
  return readOwner(db).userId;
}
