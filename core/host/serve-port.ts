import { RPCHandler } from '@orpc/server/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import { ORPCError } from '@orpc/server';
import type { Core } from '#core/core.ts';
import type { Keychain } from '#core/encryption/keychain.ts';
import { createEntrance } from '#core/entrance/entrance.ts';
import type { Entrance, EntranceOptions } from '#core/entrance/entrance.ts';
import { entranceRouter } from '#core/entrance/handlers.ts';
import type { EntranceContext } from '#core/entrance/handlers.ts';
import { resumeWork } from '#core/entrance/resume-work.ts';
import { admit } from '#core/host/admit.ts';
import { followNotices } from '#core/host/follow-notices.ts';
import type { ToldNotice } from '#core/host/follow-notices.ts';
import { identify } from '#core/host/identify.ts';
import type { Asking } from '#core/host/identify.ts';
import type { CallContext } from '#core/procedure.ts';
import { router } from '#core/router.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { SavedEvent } from '#shared/event/contract.ts';

export type { Keychain };

type PortContext = CallContext & EntranceContext;

export interface PortHost {
  /** Answers a page's calls on a port; whoever hands the port over has made sure that the page is ours. */
  serve(port: SupportedMessagePort): void;
  /** Tells each new notice of whoever worked in a window last, the owner before anybody did. */
  onNotice(tell: (notice: ToldNotice) => void): void;
  /** Tells now, and at every change, whether the program stays in the tray when its windows are closed. */
  onStayInTray(tell: (stays: boolean) => void): void;
  close(): Promise<void>;
}

/** Opens the data for the windows of the desktop shell, and does what is due by the clock. Data that can't be opened is told of in the page. */
export function openPortHost(dataDirectory: string, options: Omit<EntranceOptions, 'dataDirectory'> = {}): PortHost {
  return servePorts(createEntrance({ dataDirectory, ...options }));
}

/** The same for data that something else may serve too. */
export function servePorts(entrance: Entrance): PortHost {
  // Windows are answered meanwhile.
  void entrance.whenOpen(resumeWork);
  let last: Asking | null = null;
  const { interceptors, clientInterceptors } = admit({ way: 'desktop', onCall: (asking) => (last = asking) });
  const handler = new RPCHandler<PortContext>(
    { ...router, entrance: entranceRouter },
    {
      clientInterceptors,
      interceptors: [
        (options) => {
          if (isForEntrance(options.request.url)) return options.next();
          const core = entrance.core();
          if (!core) throw new ORPCError('SERVICE_UNAVAILABLE', { status: 503 });
          // Looked up for each call: a window stays open when the owner changes her name, and when the data is closed for a while.
          const context: PortContext = { entrance, core, actor: core.owner(), apiAddress: null };
          return options.next({ ...options, context });
        },
        ...interceptors.map(
          (interceptor): typeof interceptor =>
            (options) =>
              isForEntrance(options.request.url) ? options.next() : interceptor(options),
        ),
      ],
    },
  );
  return {
    // The rest of what a call needs comes with the data, once that is open.
    serve: (port) => handler.upgrade(port, { context: { entrance } as PortContext }),
    onNotice(tell) {
      void entrance.whenOpen((core) => followNotices({ core, userId: () => workingNow(core, last), tell }));
    },
    onStayInTray(tell) {
      void entrance.whenOpen((core) => followStayInTray(core, tell));
    },
    close: entrance.close,
  };
}

function isForEntrance({ pathname }: URL): boolean {
  return pathname.startsWith('/entrance/');
}

/** Whose notices are told: of whoever asked last, as long as they may ask; null while the window is locked or nobody has signed in. */
function workingNow(core: Core, last: Asking | null): string | null {
  const asking = last ?? { token: null, named: null, userAgent: '', way: 'desktop' as const };
  try {
    const { actor, caller } = identify({ core, actor: core.owner(), apiAddress: null }, asking);
    return caller.fault === null ? actor.userId : null;
  } catch (error) {
    if (error instanceof ORPCError) return null;
    throw error;
  }
}

function followStayInTray(core: Core, tell: (stays: boolean) => void): () => void {
  tell(readSettings(core.store.db).stayInTray);
  return core.store.onSaved(({ recordTypes }: SavedEvent) => {
    if (recordTypes.length === 0 || recordTypes.includes('setting')) tell(readSettings(core.store.db).stayInTray);
  });
}
