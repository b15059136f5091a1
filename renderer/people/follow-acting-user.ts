import type { QueryClient } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { onActingUser } from '#renderer/people/acting-user.ts';

/** Reads everything again when somebody else begins to work in this window; returns how to stop. */
export function followActingUser(queries: QueryClient): () => void {
  const settings = api.settings.get.queryKey();
  return onActingUser(() => {
    // The settings are the shop's: without them for a moment, the whole window would be built anew.
    void queries.invalidateQueries({ queryKey: settings });
    void queries.resetQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== JSON.stringify(settings) });
  });
}
