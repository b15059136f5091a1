import { Center, Loader, Stack, Text, Title } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { useText } from '#renderer/app/text.ts';
import { RuleRow } from '#renderer/automation/RuleRow.tsx';
import { RowsFailed } from '#renderer/grid/index.ts';

/** All rules in their order, each with its switch, and how often it was of use. */
export function RuleList({ canEdit }: { readonly canEdit: boolean }) {
  const t = useText();
  const { data, isError, error, refetch } = useQuery(api.automation.list.queryOptions());
  const move = useMoveRule();
  if (data === undefined) {
    return isError ? (
      <RowsFailed error={error} retry={() => void refetch()} />
    ) : (
      <Center mih={160}>
        <Loader aria-label={t('common.loading')} />
      </Center>
    );
  }
  if (data.length === 0) {
    const text = canEdit ? 'automation.empty.text' : 'automation.empty.others';
    return <EmptyState icon={<IconBolt />} title={t('automation.empty.title')} text={t(text)} />;
  }
  return (
    <section aria-labelledby="rules-title">
      <Title order={2} size="h4" id="rules-title">
        {t('automation.rules')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('automation.order')}
      </Text>
      <Stack component="ul" gap={8} m={0} p={0} style={{ listStyle: 'none' }}>
        {data.map((rule, index) => (
          <RuleRow key={rule.id} rule={rule} index={index} count={data.length} canEdit={canEdit} onMove={move} />
        ))}
      </Stack>
    </section>
  );
}

/** Puts a rule where another one is; the list shows it at once. */
function useMoveRule(): (from: number, to: number) => void {
  const queries = useQueryClient();
  const queryKey = api.automation.list.queryKey();
  const save = useMutation(
    api.automation.update.mutationOptions({ onSettled: () => queries.invalidateQueries({ queryKey: api.automation.key() }) }),
  );
  return (from, to) => {
    const rules = queries.getQueryData(queryKey);
    const rule = rules?.[from];
    if (rules === undefined || rule === undefined) return;
    queries.setQueryData(queryKey, rules.toSpliced(from, 1).toSpliced(to, 0, rule));
    save.mutate({ id: rule.id, position: to + 1 });
  };
}
