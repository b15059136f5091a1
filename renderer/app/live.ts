import type { QueryClient } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { coalesceSaved } from '#renderer/app/coalesce-saved.ts';
import { sessionUserId } from '#renderer/session/session-state.ts';
import type { News } from '#renderer/app/coalesce-saved.ts';
import { refreshSaved } from '#renderer/app/refresh-saved.ts';

const firstWait = 500;
const longestWait = 10_000;

/**
 * Makes this window's queries read again whatever is saved anywhere; returns how to stop. A browser gives one address
 * six connections in all, and one that follows never ends: so one window follows and tells the others.
 */
export function followSaves(queries: QueryClient): () => void {
  // Of what one person is told another's windows aren't.
  const name = `cartera:saves:${sessionUserId() ?? ''}`;
  const stop = new AbortController();
  const others = new BroadcastChannel(name);
  const refresh = coalesceSaved((news) => refreshSaved(queries, news));
  others.addEventListener('message', (event: MessageEvent<News>) => refresh(event.data));
  const tellAll = (news: News) => {
    refresh(news);
    if (!stop.signal.aborted) others.postMessage(news);
  };
  navigator.locks
    .request(name, { signal: stop.signal }, () => follow({ tellAll, signal: stop.signal }))
    // Stopped before its turn came.
    .catch(() => undefined);
  return () => {
    stop.abort();
    others.close();
  };
}

interface Following {
  readonly tellAll: (news: News) => void;
  readonly signal: AbortSignal;
}

/** Follows until stopped, and connects again whenever the core goes away. */
async function follow({ tellAll, signal }: Following): Promise<void> {
  let wait = firstWait;
  while (!signal.aborted) {
    try {
      const saves = await client.event.saved(undefined, { signal });
      // What was read before, at the very start too, may have been saved over since.
      tellAll(null);
      wait = firstWait;
      for await (const saved of saves) tellAll(saved);
    } catch {
      // The client has told that the connection is lost; here it is only tried again.
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, longestWait);
  }
}
