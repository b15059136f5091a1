import { noteBranch } from '#core/audit/note-branch.ts';
import { noteExport } from '#core/audit/note-export.ts';
import { procedures } from '#core/procedure.ts';
import type { CallContext } from '#core/procedure.ts';
import type { Act } from '#core/records/act.ts';
import { openBranchFile } from '#core/sync/branch-file.ts';
import { readAddress } from '#core/sync/address.ts';
import { exportBundle, importBundle } from '#core/sync/bundles.ts';
import { createHttpCarrier } from '#core/sync/carrier.ts';
import { asHandedFile, withHandedFile } from '#core/sync/handed-file.ts';
import { joinCompany } from '#core/sync/join.ts';
import { noteJoined } from '#core/sync/note-joined.ts';
import { dropRefused, listRefused, resendRefused } from '#core/sync/refused-changes.ts';
import { readSyncStatus } from '#core/sync/status.ts';
import { inAnyOrder } from '#core/sync/sync-act.ts';
import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';
import { exchangeAll } from '#core/sync/exchange-all.ts';

const { sync } = procedures;

export const syncHandlers = {
  status: sync.status.handler(({ context }) => readSyncStatus(context.core)),
  now: sync.now.handler(({ context: { core } }) => {
    begin(core);
    return readSyncStatus(core);
  }),
  update: sync.update.handler(async ({ context: { core, actor }, input, errors }) => {
    const { store } = core;
    const options = readSyncState(store.db, 'options');
    if (!options) throw errors.REFUSED({ data: { field: 'addresses', code: 'notJoined' } });
    const wrong = input.addresses?.find((address) => readAddress(address) === null);
    if (wrong !== undefined) throw errors.REFUSED({ data: { field: 'addresses', code: 'notAnAddress', value: wrong } });
    const addresses = input.addresses?.flatMap((address) => readAddress(address) ?? []) ?? options.addresses;
    const { automatic = options.automatic, intervalSeconds = options.intervalSeconds } = input;
    await store.keep((tx) => writeSyncState(tx, 'options', { addresses, automatic, intervalSeconds }));
    if (addresses.join(' ') !== options.addresses.join(' '))
      await noteBranch(store, actor, { change: 'addresses', subject: addresses.join(', ') });
    store.announce({ recordTypes: ['sync'], ids: null });
    return readSyncStatus(core);
  }),
  join: sync.join.handler(async ({ context: { core, actor }, input: { code, address, computerName }, errors }) => {
    const carrierTo = (addresses: readonly string[]) => createHttpCarrier({ addresses });
    const joined = await joinCompany({ store: core.store, carrierTo }, { code, address, computerName });
    if (joined.type === 'refused') throw errors.JOIN_REFUSED({ data: { code: joined.code } });
    begin(core);
    return noteJoined(core, actor);
  }),
  openBranchFile: sync.openBranchFile.handler(async ({ context: { core, actor }, input: { file, passphrase }, errors }) => {
    const begun = await withHandedFile(file, (path) => openBranchFile(core.store, path, passphrase));
    if (begun.type === 'refused') throw errors.JOIN_REFUSED({ data: { code: begun.code } });
    return noteJoined(core, actor);
  }),
  exportBundle: sync.exportBundle.handler(async ({ context: { core, actor }, input: { deviceId }, errors }) => {
    let name = '';
    const file = await asHandedFile('', async (path) => {
      const exported = await exportBundle(core, path, deviceId);
      if (exported.type === 'notJoined') throw errors.NOT_JOINED();
      if (exported.type === 'unreachable') throw errors.OFFICE_UNREACHABLE();
      if (exported.type === 'written') ({ name } = exported);
      return exported.type === 'written';
    });
    if (file === null) throw errors.NOT_FOUND({ data: { id: deviceId ?? '' } });
    await noteExport(core.store, { actor, of: 'bundle', subject: name });
    return new File([file], name, { type: file.type });
  }),
  importBundle: sync.importBundle.handler(async ({ context: { core }, input: { file }, errors }) => {
    const imported = await withHandedFile(file, (path) => importBundle(core, path));
    if (imported.type === 'notJoined') throw errors.NOT_JOINED();
    if (imported.type === 'unreachable') throw errors.OFFICE_UNREACHABLE();
    if (imported.type === 'refused') throw errors.BUNDLE_REFUSED({ data: { code: imported.code } });
    return imported.report;
  }),
  refusedChanges: sync.refusedChanges.handler(({ context, input }) => listRefused(context.core.store.db, input)),
  resend: sync.resend.handler(async ({ context, input: { id }, errors }) => {
    if (!(await settleRefusal(context, (act) => resendRefused(act, id)))) throw errors.NOT_FOUND({ data: { id } });
    return { id };
  }),
  dropRefused: sync.dropRefused.handler(async ({ context, input: { id }, errors }) => {
    if (!(await settleRefusal(context, (act) => dropRefused(act, id)))) throw errors.NOT_FOUND({ data: { id } });
    return { id };
  }),
};

/** Nobody waits for it: `status` tells how it goes, and what went wrong. */
function begin(core: CallContext['core']) {
  void exchangeAll(core).catch(() => undefined);
}

async function settleRefusal({ core, actor }: CallContext, work: (act: Act) => boolean): Promise<boolean> {
  const { result } = await core.store.perform({ actor, kind: 'update', subject: '' }, inAnyOrder(core.store, work));
  core.store.announce({ recordTypes: ['sync'], ids: null });
  return result;
}
