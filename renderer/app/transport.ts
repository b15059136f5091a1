import { ORPCError } from '@orpc/client';
import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { forgetWhoLeft, stopLooking } from '#renderer/people/acting-user.ts';
import { callerHeaders } from '#renderer/session/session-state.ts';

type Link = ClientLink<ClientContext>;

/** Words of the handshake with the desktop shell's preload. */
const askForPort = 'cartera:ask-port';
const portIsHere = 'cartera:port';

declare global {
  interface Window {
    /** Set by the desktop shell's preload; absent in a browser. */
    readonly cartera?: { readonly desktop: true };
  }
}

/** The link of this window to the core: HTTP in a browser, a message port in the desktop shell. */
export function openTransport(): Link {
  return forgettingWhoLeft(openLink());
}

function openLink(): Link {
  return window.cartera === undefined
    ? new FetchLink({ url: `${window.location.origin}/rpc`, headers: callerHeaders })
    : openPortTransport();
}

/** A core that was restarted comes with a new port: calls made from then on go through it. */
function openPortTransport(): Link {
  let resolveFirst: (link: Link) => void = () => undefined;
  let current = new Promise<Link>((resolve) => {
    resolveFirst = resolve;
  });
  window.addEventListener('message', (event) => {
    const port = event.ports[0];
    if (event.source !== window || event.data !== portIsHere || port === undefined) return;
    port.start();
    const link = new PortLink({ port, headers: callerHeaders });
    resolveFirst(link);
    current = Promise.resolve(link);
  });
  window.postMessage(askForPort, window.location.origin);
  return { call: async (path, input, options) => (await current).call(path, input, options) };
}

/** When whoever worked in this window has left the shop, the call fails, and the window is the owner's from then on. */
function forgettingWhoLeft(link: Link): Link {
  return {
    async call(path, input, options) {
      try {
        return await link.call(path, input, options);
      } catch (error) {
        if (error instanceof ORPCError && error.code === 'UNKNOWN_USER') forgetWhoLeft();
        // One's own name is refused to nobody else.
        if (error instanceof ORPCError && error.code === 'FORBIDDEN' && path.join('.') === 'people.me') stopLooking();
        throw error;
      }
    },
  };
}
