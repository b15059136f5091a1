import type { QueryClient } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import type { SavedEvent } from '#shared/event/contract.ts';

const firstWait = 500;
const longestWait = 10_000;

/** Follows what is saved anywhere and makes this window's queries read again; reconnects until stopped. */
export function followSaves(queries: QueryClient): () => void {
  const stop = new AbortController();
  void follow(queries, stop.signal);
  return () => stop.abort();
}

async function follow(queries: QueryClient, signal: AbortSignal): Promise<void> {
  let wait = firstWait;
  let missed = false;
  while (!signal.aborted) {
    try {
      const saves = await client.event.saved(undefined, { signal });
      if (missed) await queries.invalidateQueries();
      wait = firstWait;
      for await (const saved of saves) refresh(queries, saved);
    } catch {
      // The connection's state is told by the client; here it is only tried again.
    }
    missed = true;
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, longestWait);
  }
}

/** Whatever may show something of the records saved is read again; a card only when it is one of them. */
function refresh(queries: QueryClient, { recordTypes, ids }: SavedEvent): void {
  const onlySettings = recordTypes.length > 0 && recordTypes.every((type) => /^(settings|apiKey)/.test(type));
  if (onlySettings) {
    void queries.invalidateQueries({ queryKey: api.settings.key() });
    return;
  }
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => {
      const [path, operation] = queryKey as [path?: readonly string[], operation?: { readonly input?: unknown }];
      const isOneCard = path?.[1] === 'get' && (path[0] === 'contact' || path[0] === 'company');
      const id = (operation?.input as { readonly id?: string } | undefined)?.id;
      return !isOneCard || ids === null || id === undefined || ids.includes(id) || !recordTypes.includes(path[0] ?? '');
    },
  });
}
