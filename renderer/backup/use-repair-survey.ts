import { useQuery } from '@tanstack/react-query';
import { entranceClient } from '#renderer/app/client.ts';

/** What a repair would save, counted once. */
export function useRepairSurvey({ enabled }: { readonly enabled: boolean }) {
  const { data, isLoading } = useQuery({
    queryKey: ['rescue', 'survey'],
    queryFn: () => entranceClient.rescue.survey(),
    enabled,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  return { tables: data, isLoading, isNothing: data?.every(({ saved }) => saved === 0) ?? false };
}
