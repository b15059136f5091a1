import { archiveBranch, changeBranch, createBranch } from '#core/branch/commands.ts';
import type { BranchSaved } from '#core/branch/commands.ts';
import { shareClient } from '#core/branch/move-clients.ts';
import { findBranch, readBranches } from '#core/branch/queries.ts';
import { partyTitle } from '#core/party/party-title.ts';
import { assertNever, procedures } from '#core/procedure.ts';
import type { CallContext } from '#core/procedure.ts';
import type { Act } from '#core/records/act.ts';
import type { Branch } from '#shared/branch/branch.ts';

const { branch } = procedures;

/** What is done to branches and to where clients are. What head office is asked is answered by `officeHandlers`. */
export const branchHandlers = {
  list: branch.list.handler(({ context }) => readBranches(context.core.store.db)),
  create: branch.create.handler(async ({ context, input, errors }) =>
    savedOr(await perform(context, input.name, (act) => createBranch(act, input)), '', {
      NOT_FOUND: errors.NOT_OFFICE,
      ...errors,
    }),
  ),
  update: branch.update.handler(async ({ context, input: { id, ...changes }, errors }) =>
    savedOr(await perform(context, nameOf(context, id), (act) => changeBranch(act, id, changes)), id, errors),
  ),
  archive: branch.archive.handler(async ({ context, input: { id }, errors }) =>
    savedOr(await perform(context, nameOf(context, id), (act) => archiveBranch(act, id, act.at)), id, errors),
  ),
  restore: branch.restore.handler(async ({ context, input: { id }, errors }) =>
    savedOr(await perform(context, nameOf(context, id), (act) => archiveBranch(act, id, null)), id, errors),
  ),
  moveClients: branch.moveClients.handler(async ({ context: { core, actor }, input, errors }) => {
    const { actId, ...outcome } = await core.background.run('moveClients', actor, input, input.ids.length * 4);
    switch (outcome.type) {
      case 'moved':
        return { moved: outcome.moved, actId };
      case 'notFound':
        throw errors.NOT_FOUND({ data: { id: outcome.id } });
      case 'refused':
        throw errors.REFUSED({ data: { field: outcome.field, code: outcome.code, value: outcome.value } });
      default:
        return assertNever(outcome);
    }
  }),
  shareClient: branch.shareClient.handler(async ({ context: { core, actor }, input, errors }) => {
    const subject = partyTitle(core.store.db, input.id);
    const { actId, result } = await core.store.perform({ actor, kind: 'branch', subject }, (act) => shareClient(act, input));
    if (result.type === 'notFound') throw errors.NOT_FOUND({ data: { id: input.id } });
    if (result.type === 'refused')
      throw errors.REFUSED({ data: { field: result.field, code: result.code, value: result.value } });
    return { actId };
  }),
};

interface Errors {
  readonly NOT_FOUND: (options: { data: { id: string } }) => Error;
  readonly NOT_OFFICE: () => Error;
  readonly REFUSED?: (options: { data: { field: string; code: string; value: string } }) => Error;
}

async function perform({ core, actor }: CallContext, subject: string, work: (act: Act) => BranchSaved): Promise<BranchSaved> {
  return (await core.store.perform({ actor, kind: 'branch', subject }, work)).result;
}

function savedOr(saved: BranchSaved, id: string, errors: Errors): Branch {
  switch (saved.type) {
    case 'saved':
      return saved.branch;
    case 'notOffice':
      throw errors.NOT_OFFICE();
    case 'refused':
      throw errors.REFUSED?.({ data: { field: saved.field, code: saved.code, value: saved.value } }) ?? new Error(saved.code);
    case 'notFound':
      throw errors.NOT_FOUND({ data: { id } });
    default:
      return assertNever(saved);
  }
}

function nameOf({ core }: CallContext, id: string): string {
  return findBranch(core.store.db, id)?.name ?? '';
}
