import { archivePerson, changePerson, createPerson } from '#core/people/commands.ts';
import type { NewPerson } from '#core/people/commands.ts';
import { findPerson, readPeople } from '#core/people/queries.ts';
import { roleHandlers, teamHandlers } from '#core/people/role-handlers.ts';
import { assertNever, procedures } from '#core/procedure.ts';
import { isToSee } from '#shared/people/permission.ts';
import type { Actor, Permission } from '#shared/people/permission.ts';

const { people } = procedures;

export const peopleHandlers = {
  ...roleHandlers,
  ...teamHandlers,
  list: people.list.handler(({ context }) => readPeople(context.core.store.db)),
  me: people.me.handler(({ context: { core, actor } }) => ({
    id: actor.userId,
    name: actor.name,
    role: findPerson(core.store.db, actor.userId)?.role ?? 'owner',
    permissions: offeredTo(actor),
    branchId: actor.limits?.branchId ?? null,
    teamIds: [...(actor.limits?.teamIds ?? [actor.userId])],
    rights: actor.limits?.rights ?? null,
    isWatching: actor.isWatching ?? false,
  })),
  create: people.create.handler(async ({ context: { core, actor }, input, errors }) => {
    const request = { actor, kind: 'people', subject: input.name } as const;
    const { result } = await core.store.perform(request, (act) => createPerson(act, given(input) as NewPerson));
    if (result.type === 'saved') return result.person;
    if (result.type === 'refused') throw errors.REFUSED({ data: { field: result.field, code: result.code } });
    throw new Error(`a new person can't be ${result.type}`);
  }),
  update: people.update.handler(async ({ context: { core, actor }, input: { id, ...changes }, errors }) => {
    const subject = findPerson(core.store.db, id)?.name ?? '';
    const { result } = await core.store.perform({ actor, kind: 'people', subject }, (act) =>
      changePerson(act, id, given(changes)),
    );
    switch (result.type) {
      case 'saved':
        return result.person;
      case 'refused':
        throw errors.REFUSED({ data: { field: result.field, code: result.code } });
      case 'lastOwner':
        throw errors.LAST_OWNER({ data: { id } });
      case 'notFound':
        throw errors.NOT_FOUND({ data: { id } });
      default:
        return assertNever(result);
    }
  }),
  archive: people.archive.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const subject = findPerson(core.store.db, id)?.name ?? '';
    const { result } = await core.store.perform({ actor, kind: 'people', subject }, (act) => archivePerson(act, id, act.at));
    if (result.type === 'saved') return result.person;
    if (result.type === 'refused') throw errors.REFUSED({ data: { field: result.field, code: result.code } });
    if (result.type === 'lastOwner') throw errors.LAST_OWNER({ data: { id } });
    throw errors.NOT_FOUND({ data: { id } });
  }),
  restore: people.restore.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const subject = findPerson(core.store.db, id)?.name ?? '';
    const { result } = await core.store.perform({ actor, kind: 'people', subject }, (act) => archivePerson(act, id, null));
    if (result.type === 'saved') return result.person;
    if (result.type === 'refused') throw errors.REFUSED({ data: { field: result.field, code: result.code } });
    throw errors.NOT_FOUND({ data: { id } });
  }),
};

/** What an interface offers: whoever looks through another's eyes is refused all that changes anything. */
function offeredTo({ permissions, isWatching }: Actor): Permission[] {
  return [...permissions].filter((permission) => !isWatching || (isToSee(permission) && permission !== 'session.own'));
}

/** What was said, without what was left out. */
function given<Value extends object>(value: Value) {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>;
  };
}
