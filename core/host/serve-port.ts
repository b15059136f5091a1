import { RPCHandler } from '@orpc/server/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import { startDuties } from '#core/clock/start-duties.ts';
import { actAsNamed } from '#core/host/act-as.ts';
import { openCore } from '#core/core.ts';
import type { CoreOptions } from '#core/core.ts';
import { followNotices } from '#core/host/follow-notices.ts';
import type { ToldNotice } from '#core/host/follow-notices.ts';
import type { CallContext } from '#core/procedure.ts';
import { router } from '#core/router.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { SavedEvent } from '#shared/event/contract.ts';
import { actorHeader } from '#shared/people/permission.ts';

export interface PortHost {
  /** Answers a page's calls on a port; whoever hands the port over has made sure that the page is ours. */
  serve(port: SupportedMessagePort): void;
  /** Tells each new notice of whoever worked in a window last, the owner before anybody did. */
  onNotice(tell: (notice: ToldNotice) => void): void;
  /** Tells now, and at every change, whether the program stays in the tray when its windows are closed. */
  onStayInTray(tell: (stays: boolean) => void): void;
  close(): Promise<void>;
}

/**
 * Opens the data for the windows of the desktop shell, and does what is due by the clock.
 * @throws {DatabaseError} when the data can't be used
 */
export function openPortHost(dataDirectory: string, options: CoreOptions = {}): PortHost {
  const core = openCore(dataDirectory, options);
  // Windows are answered meanwhile.
  const started = core.hub.resume().then(() => startDuties(core));
  const stopFollowing: (() => void)[] = [];
  let lastActing: string | null = null;
  const handler = new RPCHandler<CallContext>(router, {
    interceptors: [
      (options) => {
        const named = options.request.headers[actorHeader];
        lastActing = named === undefined ? null : String(named);
        return actAsNamed(options);
      },
    ],
  });
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
    onNotice(tell) {
      stopFollowing.push(followNotices({ core, userId: () => lastActing ?? core.owner().userId, tell }));
    },
    onStayInTray(tell) {
      tell(readSettings(core.store.db).stayInTray);
      const look = ({ recordTypes }: SavedEvent) => {
        if (recordTypes.length === 0 || recordTypes.includes('setting')) tell(readSettings(core.store.db).stayInTray);
      };
      stopFollowing.push(core.store.onSaved(look));
    },
    async close() {
      for (const stop of stopFollowing) stop();
      await (
        await started
      )();
      await core.close();
    },
  };
}
