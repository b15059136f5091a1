import { Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { RunEntry } from '#renderer/automation/RunEntry.tsx';
import { useCan } from '#renderer/people/use-me.ts';

const shown = 5;

/** What rules did with a deal last; nothing where they did nothing. */
export function DealRuns({ dealId }: { readonly dealId: string }) {
  const t = useText();
  const canSee = useCan('automation.see');
  const { data } = useQuery(api.automation.runs.queryOptions({ input: { dealId, limit: shown }, enabled: canSee }));
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Paper component="section" withBorder px="sm" py="xs" aria-labelledby="deal-runs">
      <Title order={2} size="h5" id="deal-runs">
        {t('automation.dealRuns.title')}
      </Title>
      <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
        {data.rows.map((run) => (
          <RunEntry key={run.id} run={run} isOnCard />
        ))}
      </Stack>
    </Paper>
  );
}
