import { Anchor, Badge, Center, Group, Loader, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { automationPath } from '#renderer/automation/automation-path.ts';
import { hasDraft } from '#renderer/automation/draft-store.ts';
import { RuleSentence } from '#renderer/automation/RuleSentence.tsx';
import { RowsFailed } from '#renderer/grid/index.ts';
import type { Automation } from '#shared/automation/contract.ts';

/** All rules in their order, each with its switch, and how often it was of use. */
export function RuleList({ canEdit }: { readonly canEdit: boolean }) {
  const t = useText();
  const { data, isError, error, refetch } = useQuery(api.automation.list.queryOptions());
  if (data === undefined) {
    return isError ? (
      <RowsFailed error={error} retry={() => void refetch()} />
    ) : (
      <Center mih={160}>
        <Loader aria-label={t('common.loading')} />
      </Center>
    );
  }
  if (data.length === 0)
    return <EmptyState icon={<IconBolt />} title={t('automation.empty.title')} text={t('automation.empty.text')} />;
  return (
    <section aria-labelledby="rules-title">
      <Title order={2} size="h4" id="rules-title" mb="xs">
        {t('automation.rules')}
      </Title>
      <Stack component="ul" gap={8} m={0} p={0} style={{ listStyle: 'none' }}>
        {data.map((rule) => (
          <RuleRow key={rule.id} rule={rule} canEdit={canEdit} />
        ))}
      </Stack>
    </section>
  );
}

function RuleRow({ rule, canEdit }: { readonly rule: Automation; readonly canEdit: boolean }) {
  const t = useText();
  const format = useFormat();
  const queries = useQueryClient();
  const save = useMutation(
    api.automation.update.mutationOptions({ onSettled: () => queries.invalidateQueries({ queryKey: api.automation.key() }) }),
  );
  const isOn = save.isPending ? save.variables.isOn : rule.isOn;
  return (
    <Paper component="li" withBorder px="md" py="xs">
      <Group wrap="nowrap" align="flex-start" gap="md">
        <Switch
          mt={3}
          aria-label={t('automation.on', { name: rule.name })}
          checked={isOn ?? rule.isOn}
          disabled={!canEdit}
          onChange={(event) => save.mutate({ id: rule.id, isOn: event.currentTarget.checked })}
        />
        <div style={{ flex: 1, minWidth: 0 }}>
          <Group gap="xs">
            <Anchor component={Link} href={automationPath(rule.id)} fw={600}>
              {rule.name}
            </Anchor>
            {hasDraft(rule.id) && (
              <Badge color="yellow" variant="light" tt="none">
                {t('automation.unsaved')}
              </Badge>
            )}
          </Group>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            <RuleSentence rule={rule} />
          </Text>
          <Text size="sm" c="dimmed">
            {t('automation.runs', { count: rule.recentRuns })}
            {rule.lastRunAt !== null && `, ${t('automation.lastRun', { ago: format.relative(rule.lastRunAt) })}`}
          </Text>
        </div>
      </Group>
    </Paper>
  );
}
