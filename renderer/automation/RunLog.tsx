import { Button, Center, Group, Loader, Select, Stack } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { useText } from '#renderer/app/text.ts';
import { RunEntry } from '#renderer/automation/RunEntry.tsx';
import { RowsFailed } from '#renderer/grid/index.ts';
import { runStatuses } from '#shared/automation/contract.ts';

const pageSize = 30;
type Status = (typeof runStatuses)[number];

/** What rules did and why, newest first. */
export function RunLog() {
  const t = useText();
  const [automationId, setAutomationId] = useState<string | null>(null);
  const [status, setStatus] = useState<Status | null>(null);
  const rules = useQuery(api.automation.list.queryOptions()).data ?? [];
  const runs = useInfiniteQuery(
    api.automation.runs.infiniteOptions({
      input: (offset: number) => ({
        offset,
        limit: pageSize,
        ...(automationId === null ? {} : { automationId }),
        ...(status === null ? {} : { status }),
      }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => (pages.length * pageSize < last.total ? pages.length * pageSize : undefined),
      placeholderData: keepPreviousData,
    }),
  );
  const rows = runs.data?.pages.flatMap((page) => page.rows);
  return (
    <Stack gap="sm">
      <Group>
        <Select
          aria-label={t('automation.log.rule')}
          placeholder={t('automation.all')}
          w={300}
          clearable
          searchable
          nothingFoundMessage={t('filter.nothing')}
          data={rules.map(({ id, name }) => ({ value: id, label: name }))}
          value={automationId}
          onChange={setAutomationId}
        />
        <Select
          aria-label={t('automation.log.status')}
          placeholder={t('automation.log.everything')}
          w={190}
          clearable
          data={runStatuses.map((one) => ({ value: one, label: t(`automation.status.${one}`) }))}
          value={status}
          onChange={(one) => setStatus(one as Status | null)}
        />
      </Group>
      {rows === undefined && runs.isError && <RowsFailed error={runs.error} retry={() => void runs.refetch()} />}
      {rows === undefined && !runs.isError && (
        <Center mih={160}>
          <Loader aria-label={t('common.loading')} />
        </Center>
      )}
      {rows?.length === 0 && <EmptyState icon={<IconBolt />} title={t('automation.log.empty')} />}
      {rows !== undefined && rows.length > 0 && (
        <Stack component="ul" gap={8} m={0} p={0} style={{ listStyle: 'none' }}>
          {rows.map((run) => (
            <RunEntry key={run.id} run={run} />
          ))}
        </Stack>
      )}
      {runs.hasNextPage && (
        <Button variant="subtle" loading={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
          {t('automation.log.showMore')}
        </Button>
      )}
    </Stack>
  );
}
