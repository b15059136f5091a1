import { RPCHandler } from '@orpc/server/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import { startDuties } from '#core/clock/start-duties.ts';
import { actAsNamed } from '#core/host/act-as.ts';
import { openCore } from '#core/core.ts';
import type { CoreOptions } from '#core/core.ts';
import type { CallContext } from '#core/procedure.ts';
import { router } from '#core/router.ts';

export interface PortHost {
  /** Answers a page's calls on a port; whoever hands the port over has made sure that the page is ours. */
  serve(port: SupportedMessagePort): void;
  close(): Promise<void>;
}

/**
 * Opens the data for the windows of the desktop shell, and does what is due by the clock.
 * @throws {DatabaseError} when the data can't be used
 */
export function openPortHost(dataDirectory: string, options: CoreOptions = {}): PortHost {
  const core = openCore(dataDirectory, options);
  const stopDuties = startDuties(core);
  const handler = new RPCHandler<CallContext>(router, { interceptors: [actAsNamed] });
  const context: CallContext = {
    core,
    // Looked up for each call: a window stays open when the owner changes her name or restores a copy.
    get actor() {
      return core.owner();
    },
    apiAddress: null,
  };
  return {
    serve: (port) => handler.upgrade(port, { context }),
    async close() {
      await stopDuties();
      await core.close();
    },
  };
}
