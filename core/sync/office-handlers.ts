import { noteBranch } from '#core/audit/note-branch.ts';
import { noteExport } from '#core/audit/note-export.ts';
import { ORPCError } from '@orpc/server';
import { procedures } from '#core/procedure.ts';
import type { CallContext } from '#core/procedure.ts';
import { OfficeUnreachable } from '#core/sync/ask-office.ts';
import { askOwnOffice } from '#core/sync/ask-own-office.ts';
import { makeBranchFile } from '#core/sync/branch-file.ts';
import { noteContacts } from '#core/sync/branch-contacts.ts';
import { fileName } from '#core/sync/bundles.ts';
import { exchangeAll } from '#core/sync/exchange-all.ts';
import { asHandedFile } from '#core/sync/handed-file.ts';
import { officeAddresses } from '#core/sync/hub.ts';
import type { HubStarted } from '#core/sync/hub.ts';
import { synchronise } from '#core/sync/synchronise.ts';
import type { BranchChange } from '#shared/audit/kinds.ts';
import type { OfficeRequest, OfficeResponse } from '#shared/sync/office-protocol.ts';

const { branch } = procedures;

/** What head office itself has to be asked for. */
export const officeHandlers = {
  overview: branch.overview.handler(async ({ context, input }) => {
    const { overview } = await ask(context, { kind: 'office.overview', ...input });
    await noteContacts(context.core.store, overview);
    return overview;
  }),
  invite: branch.invite.handler(async ({ context, input, errors }) => {
    await sendFirst(context);
    const { invite } = await ask(context, { kind: 'office.invite', ...input });
    if (invite === null) throw errors.NOT_FOUND({ data: { id: input.branchId ?? '' } });
    await noteBranch(context.core.store, context.actor, { change: 'invited', subject: input.name });
    return invite;
  }),
  invites: branch.invites.handler(async ({ context }) => (await ask(context, { kind: 'office.invites' })).invites),
  cancelInvite: branch.cancelInvite.handler(async ({ context, input: { id }, errors }) => {
    const { invites } = await ask(context, { kind: 'office.invites' });
    const { outcome } = await ask(context, { kind: 'office.cancelInvite', id });
    if (outcome === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    const subject = invites.find((invite) => invite.id === id)?.name ?? '';
    await noteBranch(context.core.store, context.actor, { change: 'inviteCancelled', subject });
    return { id };
  }),
  makeFile: branch.makeFile.handler(async ({ context, input: { branchId, name, passphrase }, errors }) => {
    const { store } = context.core;
    await sendFirst(context);
    const addresses = officeAddresses(store);
    const day = new Date(store.now()).toISOString().slice(0, 10);
    const file = await asHandedFile(fileName(name, day), async (path) => {
      const made = await reached(() => makeBranchFile(store, path, { branchId, name, passphrase, addresses }));
      if (made === 'notOffice') throw errors.NOT_OFFICE();
      return made === 'made';
    });
    if (file === null) throw errors.NOT_FOUND({ data: { id: branchId } });
    await noteExport(store, { actor: context.actor, of: 'branch', subject: file.name });
    return file;
  }),
  revoke: branch.revoke.handler(async ({ context, input: { id }, errors }) => {
    const { outcome } = await ask(context, { kind: 'office.revoke', deviceId: id });
    if (outcome === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (outcome === 'last') throw errors.LAST_ONE();
    await noteComputer(context, 'computerShutOut', id);
    return { id };
  }),
  renameComputer: branch.renameComputer.handler(async ({ context, input: { id, name }, errors }) => {
    const { outcome } = await ask(context, { kind: 'office.renameDevice', deviceId: id, name });
    if (outcome === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    return { id };
  }),
  makeMain: branch.makeMain.handler(async ({ context, input: { id }, errors }) => {
    const { outcome } = await ask(context, { kind: 'office.makeMain', deviceId: id });
    if (outcome === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    await noteComputer(context, 'computerMain', id);
    return { id };
  }),
  quarantine: branch.quarantine.handler(async ({ context, input: { after = null, limit } }) => {
    const { changes, total } = await ask(context, { kind: 'office.quarantine', after, limit });
    return { changes, total };
  }),
  retryQuarantine: branch.retryQuarantine.handler(async ({ context, input: { ids } }) => {
    const { taken, left } = await ask(context, { kind: 'office.retry', ids });
    return { taken, left };
  }),
  discardQuarantine: branch.discardQuarantine.handler(async ({ context, input: { ids } }) => {
    const { discarded } = await ask(context, { kind: 'office.discard', ids });
    return { discarded };
  }),
  hub: branch.hub.handler(({ context }) => context.core.hub.status()),
  startHub: branch.startHub.handler(async ({ context: { core, actor }, input, errors }) => {
    beginExchange(core, await core.hub.start(input), errors);
    await noteBranch(core.store, actor, { change: 'hubStarted', subject: input.companyName });
    return core.hub.status();
  }),
  useOtherHub: branch.useOtherHub.handler(async ({ context: { core, actor }, input: { key, ...input }, errors }) => {
    beginExchange(core, await core.hub.useOther({ ...input, adminKey: key }), errors);
    await noteBranch(core.store, actor, { change: 'hubElsewhere', subject: input.address });
    return core.hub.status();
  }),
  stopHub: branch.stopHub.handler(async ({ context: { core, actor } }) => {
    await core.hub.stop();
    await noteBranch(core.store, actor, { change: 'hubStopped', subject: '' });
    return core.hub.status();
  }),
};

interface HubErrors {
  NOT_OFFICE(): Error;
  CANNOT_START(given: { readonly data: { readonly code: string } }): Error;
}

async function noteComputer(context: CallContext, change: BranchChange, deviceId: string) {
  const { overview } = await ask(context, { kind: 'office.overview', lateAfterDays: 0 });
  const subject = overview.devices.find(({ id }) => id === deviceId)?.name ?? '';
  await noteBranch(context.core.store, context.actor, { change, subject });
}

/** Nobody waits for the first exchange with a head office that began to answer. */
function beginExchange(core: CallContext['core'], started: HubStarted, errors: HubErrors) {
  if (started.type === 'notOffice') throw errors.NOT_OFFICE();
  if (started.type === 'refused') throw errors.CANNOT_START({ data: { code: started.code } });
  void exchangeAll(core).catch(() => undefined);
}

type Answer<Kind extends OfficeRequest['kind']> = Extract<OfficeResponse, { readonly kind: Kind }>;

async function ask<Request extends OfficeRequest>({ core }: CallContext, request: Request): Promise<Answer<Request['kind']>> {
  const said = await reached(() => askOwnOffice(core.store, request));
  if (said.type === 'notOffice') throw new ORPCError('NOT_OFFICE', { defined: true, status: 409 });
  return said.response;
}

/** A branch that was added just now is known to head office only when it was sent there. */
async function sendFirst({ core }: CallContext) {
  await synchronise(core.store);
}

async function reached<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OfficeUnreachable) throw new ORPCError('OFFICE_UNREACHABLE', { defined: true, status: 503 });
    throw error;
  }
}
