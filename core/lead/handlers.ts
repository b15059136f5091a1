import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '#core/core.ts';
import { withTemporaryFolder } from '#core/file/temporary-folder.ts';
import { compileWhere, refusalOf } from '#core/filter/compile-where.ts';
import { SourceError } from '#core/import/readers/index.ts';
import { acceptLead } from '#core/lead/accept-lead.ts';
import { changeLead, takeInLead } from '#core/lead/commands.ts';
import { mergeLead, rejectLead } from '#core/lead/handle-lead.ts';
import { importLeads } from '#core/lead/import-leads.ts';
import { inboxFolder } from '#core/lead/inbox/inbox-folder.ts';
import { readInboxLog } from '#core/lead/inbox/inbox-log.ts';
import { withClientSeen } from '#core/party/client-seen.ts';
import { nameOfLead } from '#core/lead/lead.ts';
import { findLead, listLeads } from '#core/lead/queries.ts';
import { assertNever, procedures } from '#core/procedure.ts';
import type { CallContext } from '#core/procedure.ts';
import type { Unhandled } from '#core/lead/open-lead.ts';
import type { Act } from '#core/records/act.ts';
import { countryOf } from '#core/records/country.ts';
import type { ActDone } from '#core/records/store.ts';
import type { Lead } from '#shared/lead/contract.ts';

const { lead } = procedures;

export const leadHandlers = {
  list: lead.list.handler(({ context: { core, actor }, input: { where: asked, ...input }, errors }) => {
    const { store } = core;
    const where = asked && compileWhere(asked, { store, actor, entity: 'lead' });
    if (where?.type === 'refused') throw errors.REFUSED({ data: refusalOf(where.problems) });
    return listLeads(store.db, { ...input, where }, countryOf(store.db));
  }),
  get: lead.get.handler(({ context: { core }, input: { id }, errors }) => {
    const found = findLead(core.store.db, id);
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    return found;
  }),
  create: lead.create.handler(async ({ context: { core, actor }, input, errors }) => {
    const request = { actor, kind: 'lead', subject: nameOfLead(input) } as const;
    const { result } = await core.store.perform(request, (act) => {
      const taken = takeInLead(act, input);
      if (taken.type === 'refused') return taken;
      const made = taken.type === 'created' ? findLead(act.tx, taken.lead.id) : undefined;
      return { type: 'taken', id: taken.lead.id, made: made && withClientSeen(core.store.db, made) } as const;
    });
    if (result.type === 'refused') throw errors.REFUSED({ data: result });
    // Whoever made it for somebody else may not see it any more; of one that was there and isn't hers nothing is told.
    const found = findLead(core.store.db, result.id) ?? result.made;
    if (!found) throw errors.REFUSED({ data: { field: 'externalId', code: 'taken' } });
    return found;
  }),
  update: lead.update.handler(async ({ context, input: { id, ...changes }, errors }) => {
    const before = findLead(context.core.store.db, id);
    const { result } = await perform(context, id, (act) => changeLead(act, id, changes));
    if (result.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (result.type === 'refused') throw errors.REFUSED({ data: result });
    return readLead(context.core, id, before);
  }),
  accept: lead.accept.handler(async ({ context, input: { id, deal }, errors }) => {
    const before = findLead(context.core.store.db, id);
    const { actId, result } = await perform(context, id, (act) => acceptLead(act, id, deal));
    if (result.type === 'fieldsMissing')
      throw errors.FIELDS_MISSING({ data: { stageId: result.stageId, fields: [...result.fields] } });
    if (result.type !== 'accepted') throw unhandled(result, id, errors);
    return { lead: readLead(context.core, id, before), dealId: result.dealId, actId };
  }),
  merge: lead.merge.handler(async ({ context, input: { id, ...target }, errors }) => {
    const before = findLead(context.core.store.db, id);
    const { actId, result } = await perform(context, id, (act) => mergeLead(act, id, target));
    if (result.type !== 'done') throw unhandled(result, id, errors);
    return { lead: readLead(context.core, id, before), actId };
  }),
  reject: lead.reject.handler(async ({ context, input: { id, ...why }, errors }) => {
    const before = findLead(context.core.store.db, id);
    const { actId, result } = await perform(context, id, (act) => rejectLead(act, id, why));
    if (result.type !== 'done') throw unhandled(result, id, errors);
    return { lead: readLead(context.core, id, before), actId };
  }),
  import: lead.import.handler(async ({ context: { core, actor }, input: { file, source }, errors }) => {
    // Readers want a file of that ending, whatever else its name says.
    return withTemporaryFolder(core.dataDirectory, async (folder) => {
      const path = join(folder, `file${/\.[a-z0-9]{1,8}$/i.exec(file.name)?.[0] ?? ''}`);
      await writeFile(path, new Uint8Array(await file.arrayBuffer()));
      const { created, known, problems } = await importLeads(core, { path, name: file.name, actor, source });
      return { created, known, problems: [...problems] };
    }).catch((error: unknown) => {
      if (error instanceof SourceError) throw errors.REFUSED({ data: { field: 'file', code: error.code } });
      throw error;
    });
  }),
  inbox: lead.inbox.handler(({ context: { core } }) => ({
    folder: inboxFolder(core.store.db, core.dataDirectory),
    files: readInboxLog(core.store.db),
  })),
};

interface Errors {
  readonly NOT_FOUND: (options: { data: { id: string } }) => Error;
  readonly LEAD_HANDLED: (options: { data: { id: string; status: Lead['status'] } }) => Error;
  readonly REFUSED: (options: { data: { field: string; code: string } }) => Error;
}

/** Why nothing was done with a request, as the contract says it. */
function unhandled(result: Unhandled, id: string, errors: Errors): Error {
  switch (result.type) {
    case 'notFound':
      return errors.NOT_FOUND({ data: { id } });
    case 'handled':
      return errors.LEAD_HANDLED({ data: { id, status: result.status } });
    case 'refused':
      return errors.REFUSED({ data: result });
    default:
      return assertNever(result);
  }
}

/** One act upon a request. */
function perform<Result>({ core, actor }: CallContext, id: string, work: (act: Act) => Result): Promise<ActDone<Result>> {
  const found = findLead(core.store.db, id);
  return core.store.perform({ actor, kind: 'lead', subject: found ? nameOfLead(found) : '' }, work);
}

/** A request just written; whoever gave it away may not see it any more, and gets it as it was. */
function readLead(core: Core, id: string, before?: Lead): Lead {
  const found = findLead(core.store.db, id) ?? before;
  if (!found) throw new Error(`no request ${id}`);
  return found;
}
