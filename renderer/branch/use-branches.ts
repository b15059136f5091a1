import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

/** What happens at branches is no save here: it is looked at again as long as it is on the screen. */
const again = { refetchInterval: 15_000, staleTime: 5_000 } as const;

/** Branches that there are, and how they and their computers are doing. */
export function useOverview() {
  const branches = useQuery(api.branch.list.queryOptions());
  const overview = useQuery(api.branch.overview.queryOptions({ input: {}, ...again }));
  return { branches, overview };
}

/** How the program that branches talk to runs here. */
export function useHub() {
  return useQuery(api.branch.hub.queryOptions(again));
}

/** Reads again all that is about branches; what was changed may be elsewhere than in the records. */
export function useReadAgain(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: api.branch.key() });
    void queries.invalidateQueries({ queryKey: api.sync.key() });
  };
}
