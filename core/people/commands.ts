import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord } from '#core/records/write.ts';
import { findPerson, isLastOwner } from '#core/people/queries.ts';
import { emptyUserFields, readOwner, userRecord } from '#core/people/users.ts';
import { changeSettings } from '#core/settings/settings.ts';
import type { Person } from '#shared/people/contract.ts';
import { mayBecome, mayBegin } from '#shared/sync/scope-rules.ts';
import { isTimeZone } from '#shared/time/zone.ts';

type PersonFields = Omit<Person, 'id' | 'createdAt' | 'archivedAt'>;
export type NewPerson = Pick<PersonFields, 'name' | 'role'> & Partial<PersonFields>;

export type PersonSaved =
  | { readonly type: 'saved'; readonly person: Person }
  | { readonly type: 'refused'; readonly field: 'headId' | 'timeZone' | 'branchId' | 'role'; readonly code: string }
  | { readonly type: 'notFound' | 'lastOwner' };

/** Adds somebody to the shop. */
export function createPerson(act: Act, input: NewPerson): PersonSaved {
  const id = newId();
  const refusal =
    refusalOf(act.tx, id, input) ??
    refuseElsewhere(act, input.branchId ?? act.branchId) ??
    refuseRole(act, mayBegin({ type: 'user', fields: input }));
  if (refusal) return refusal;
  return { type: 'saved', person: createRecord(act, userRecord, { ...emptyUserFields, ...input, id, createdAt: act.at }) };
}

/** Changes the fields given. The owner's name is also that of the settings. */
export function changePerson(act: Act, id: string, changes: Partial<PersonFields>): PersonSaved {
  const refusal = refusalOf(act.tx, id, changes) ?? refuseChange(act, id, changes);
  if (refusal) return refusal;
  if (changes.role !== undefined && changes.role !== 'owner' && isLastOwner(act.tx, id)) return { type: 'lastOwner' };
  const person = changeRecord(act, userRecord, { id, changes });
  if (!person) return { type: 'notFound' };
  if (readOwner(act.tx).userId === id && changes.name !== undefined) changeSettings(act, { ownerName: changes.name });
  return { type: 'saved', person };
}

/** Lets somebody go (with the time), or come back (null). */
export function archivePerson(act: Act, id: string, archivedAt: number | null): PersonSaved {
  const before = findPerson(act.tx, id);
  if (!before) return { type: 'notFound' };
  const refusal = refuseChange(act, id, { archivedAt });
  if (refusal) return refusal;
  if (archivedAt !== null && isLastOwner(act.tx, id)) return { type: 'lastOwner' };
  if ((before.archivedAt === null) === (archivedAt === null)) return { type: 'saved', person: before };
  return { type: 'saved', person: changeRecord(act, userRecord, { id, changes: { archivedAt } }) ?? before };
}

function refuseChange(
  act: Act,
  id: string,
  changes: Partial<PersonFields & Pick<Person, 'archivedAt'>>,
): PersonSaved | undefined {
  const before = findPerson(act.tx, id);
  if (!before) return undefined;
  return (
    refuseElsewhere(act, before.branchId) ??
    refuseElsewhere(act, changes.branchId === undefined ? before.branchId : changes.branchId) ??
    refuseRole(act, mayBecome({ type: 'user', fields: { ...before } }, { type: 'user', fields: { ...before, ...changes } }))
  );
}

/** On a computer of a branch only its own people are written. */
function refuseElsewhere(act: Act, branchId: string | null): PersonSaved | undefined {
  if (act.branchId === null || branchId === act.branchId) return undefined;
  return { type: 'refused', field: 'branchId', code: 'ofHeadOffice' };
}

/** Head office wouldn't take it from a branch. */
function refuseRole(act: Act, isAllowed: boolean): PersonSaved | undefined {
  return act.branchId === null || isAllowed ? undefined : { type: 'refused', field: 'role', code: 'ofHeadOffice' };
}

function refusalOf(db: ReadDb, id: string, { headId, timeZone }: Partial<PersonFields>): PersonSaved | undefined {
  if (timeZone !== undefined && timeZone !== '' && !isTimeZone(timeZone))
    return { type: 'refused', field: 'timeZone', code: 'unknownTimeZone' };
  if (headId === undefined || headId === null) return undefined;
  if (!findPerson(db, headId)) return { type: 'refused', field: 'headId', code: 'unknownPerson' };
  return isAbove(db, id, headId) ? { type: 'refused', field: 'headId', code: 'circle' } : undefined;
}

/** Says whether the first is the other one, or above that one in the line of heads. */
function isAbove(db: ReadDb, id: string, other: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = other; at !== null && !seen.has(at); at = findPerson(db, at)?.headId ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
