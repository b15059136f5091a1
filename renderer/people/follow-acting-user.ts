import { notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { onActingUser } from '#renderer/people/acting-user.ts';

/** Reads everything again when somebody else begins to work in this window; returns how to stop. */
export function followActingUser(queries: QueryClient): () => void {
  return onActingUser(() => {
    // What one has done is not for another to undo in passing.
    notifications.clean();
    void readAgain(queries);
  });
}

async function readAgain(queries: QueryClient): Promise<void> {
  const [me, settings] = [api.people.me.queryKey(), api.settings.get.queryKey()];
  // First of all who it is, so that what she may not see is gone before it would be asked for.
  await queries.invalidateQueries({ queryKey: me });
  await new Promise((resolve) => setTimeout(resolve));
  void queries.invalidateQueries({ queryKey: settings });
  // These two stay meanwhile: without them the whole window would be built anew.
  const kept = [me, settings].map((key) => JSON.stringify(key));
  void queries.resetQueries({ predicate: ({ queryKey }) => !kept.includes(JSON.stringify(queryKey)) });
}
