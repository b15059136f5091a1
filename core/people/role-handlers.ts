import { noteAudit } from '#core/audit/note-audit.ts';
import { assertNever, procedures } from '#core/procedure.ts';
import { changeRole, createRole, createTeam, removeRole, removeTeam, renameTeam } from '#core/people/role-commands.ts';
import { readRole, readRoleList, readTeams } from '#core/people/roles.ts';
import type { Act } from '#core/records/act.ts';
import type { ActRequest } from '#core/records/begin-act.ts';
import type { Store } from '#core/records/store.ts';
import type { Role } from '#shared/people/role.ts';

const { people } = procedures;

export const roleHandlers = {
  roles: people.roles.handler(({ context }) => readRoleList(context.core.store.db)),
  createRole: people.createRole.handler(async ({ context: { core, actor }, input, errors }) => {
    const { result } = await audited(core.store, { actor, kind: 'people', subject: input.name, role: 'made' }, (act) =>
      createRole(act, input),
    );
    if (result.type === 'refused') throw errors.REFUSED({ data: { field: 'name', code: result.code } });
    return readRole(core.store.db, result.id);
  }),
  updateRole: people.updateRole.handler(async ({ context: { core, actor }, input: { id, name, rights }, errors }) => {
    const changes = { ...(name !== undefined && { name }), ...(rights !== undefined && { rights }) };
    const subject = name ?? calledRole(core.store, id);
    const { result } = await audited(core.store, { actor, kind: 'people', subject, role: 'changed' }, (act) =>
      changeRole(act, id, changes),
    );
    switch (result.type) {
      case 'saved':
        return readRole(core.store.db, id);
      case 'refused':
        throw errors.REFUSED({ data: { field: 'name', code: result.code } });
      case 'notFound':
        throw errors.NOT_FOUND({ data: { id } });
      default:
        return assertNever(result);
    }
  }),
  removeRole: people.removeRole.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const subject = calledRole(core.store, id);
    const { result } = await audited(core.store, { actor, kind: 'people', subject, role: 'removed' }, (act) =>
      removeRole(act, id),
    );
    if (result.type === 'inUse') throw errors.IN_USE({ data: { id, people: result.people } });
    if (result.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    return { id };
  }),
};

export const teamHandlers = {
  teams: people.teams.handler(({ context }) => readTeams(context.core.store.db)),
  createTeam: people.createTeam.handler(async ({ context: { core, actor }, input }) => {
    const { result } = await core.store.perform({ actor, kind: 'people', subject: input.name }, (act) =>
      createTeam(act, input.name),
    );
    return result;
  }),
  updateTeam: people.updateTeam.handler(async ({ context: { core, actor }, input: { id, name }, errors }) => {
    const { result } = await core.store.perform({ actor, kind: 'people', subject: name }, (act) => renameTeam(act, id, name));
    if (!result) throw errors.NOT_FOUND({ data: { id } });
    return result;
  }),
  removeTeam: people.removeTeam.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const subject = readTeams(core.store.db).find((team) => team.id === id)?.name ?? '';
    const { result } = await core.store.perform({ actor, kind: 'people', subject }, (act) => removeTeam(act, id));
    if (!result) throw errors.NOT_FOUND({ data: { id } });
    return { id };
  }),
};

/** What people call a role; one every shop has goes by its id, which has words in every language. */
function calledRole({ db }: Store, id: Role): string {
  return readRoleList(db).find((role) => role.id === id)?.name || id;
}

interface RoleRequest extends ActRequest {
  readonly role: 'made' | 'changed' | 'removed';
}

/** Rights that changed are in the audit, whatever becomes of the role. */
function audited<Result extends { readonly type: string }>(
  store: Store,
  { role, ...request }: RoleRequest,
  work: (act: Act) => Result,
) {
  return store.perform(request, (act) => {
    const result = work(act);
    if (result.type === 'saved')
      noteAudit(act.tx, { at: act.at, actor: act.actor, kind: 'rights', subject: request.subject, details: { role } });
    return result;
  });
}
