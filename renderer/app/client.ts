import type { ClientContext, ClientLink } from '@orpc/client';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { isShut, noticeShut } from '#renderer/entrance/shut.ts';
import { isConnectionError, isRefusedKey, setConnection } from '#renderer/app/connection.ts';
import { openTransport } from '#renderer/app/transport.ts';
import { heedRefusal, sessionToken } from '#renderer/session/session-state.ts';
import type { Contract } from '#shared/contract.ts';
import type { entranceContract } from '#shared/entrance/contract.ts';

const usualTimeout = 30_000;
const longTimeout = 15 * 60_000;
/** Calls that may rightly take minutes on a large base. */
const long = new Set([
  'import.upload',
  'import.inspect',
  'lead.import',
  'history.undo',
  'demo.create',
  'export.archive',
  'party.exportList',
  'export.restore',
  'file.attach',
  'branch.makeFile',
  'branch.startHub',
  'branch.useOtherHub',
  'sync.exportBundle',
  'sync.importBundle',
  'sync.join',
  'sync.openBranchFile',
  'branch.moveClients',
  'backup.preview',
  'backup.look',
  'backup.restore',
  'entrance.rescue.look',
  'entrance.rescue.preview',
  'entrance.rescue.restore',
  'entrance.rescue.repair',
  'conflict.resolve',
  'file.download',
]);
/** Calls whose answer never ends. */
const endless = new Set(['event.saved', 'job.watch']);

const link = withTimeouts(openTransport());

/** Every procedure of Cartera, as functions. */
export const client: ContractRouterClient<Contract> = createORPCClient(link);

/** What can be asked before the data is open. */
export const { entrance: entranceClient } = createORPCClient<ContractRouterClient<{ entrance: typeof entranceContract }>>(link);

/** The same procedures for TanStack Query: `useQuery(api.contact.get.queryOptions({ input: { id } }))`. */
export const api = createTanstackQueryUtils(client);

/** A call that gets no answer in time fails instead of hanging, and tells the window that the connection is lost. */
function withTimeouts(link: ClientLink<ClientContext>): ClientLink<ClientContext> {
  return {
    async call(path, input, options) {
      const signal = signalFor(path.join('.'), options.signal);
      const token = sessionToken();
      try {
        const output = await link.call(path, input, signal === undefined ? options : { ...options, signal });
        setConnection('open');
        return output;
      } catch (error) {
        heedRefusal(error, token);
        if (isShut(error)) noticeShut();
        else if (isRefusedKey(error)) setConnection('refused');
        else if (isConnectionError(error)) setConnection('lost');
        throw error;
      }
    },
  };
}

function signalFor(procedure: string, given: AbortSignal | undefined): AbortSignal | undefined {
  if (endless.has(procedure)) return given;
  const timeout = AbortSignal.timeout(long.has(procedure) ? longTimeout : usualTimeout);
  return given === undefined ? timeout : AbortSignal.any([given, timeout]);
}
