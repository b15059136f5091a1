import { RPCHandler } from '@orpc/server/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import { openCore } from '#core/core.ts';
import type { CallContext } from '#core/procedure.ts';
import { router } from '#core/router.ts';

export interface PortHost {
  /** Answers a page's calls on a port; whoever hands the port over has made sure that the page is ours. */
  serve(port: SupportedMessagePort): void;
  close(): Promise<void>;
}

/**
 * Opens the data for the windows of the desktop shell.
 * @throws {DatabaseError} when the data can't be used
 */
export function openPortHost(dataDirectory: string): PortHost {
  const core = openCore(dataDirectory);
  const handler = new RPCHandler<CallContext>(router);
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
    close: () => core.close(),
  };
}
