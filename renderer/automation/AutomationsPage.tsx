import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useSearchParams } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { automationPath } from '#renderer/automation/automation-path.ts';
import { ReadyProcesses } from '#renderer/automation/ReadyProcesses.tsx';
import { RuleList } from '#renderer/automation/RuleList.tsx';
import { RunLog } from '#renderer/automation/RunLog.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { OfficeChangesThis } from '#renderer/sync/OfficeChangesThis.tsx';

/** What Cartera does by itself: the rules, and what they did. */
export function AutomationsPage() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const canEdit = useCan('automation.edit');
  const tab = search.get('tab') === 'log' ? 'log' : 'rules';
  return (
    <Stack component="section" maw={1000} mx="auto" px="lg" py="md" gap="md" aria-label={t('nav.automations')}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h2">
            {t('nav.automations')}
          </Title>
          <Text c="dimmed">
            <Message id="automation.text" />
          </Text>
        </div>
        {canEdit && (
          <Button component={Link} href={automationPath('new')} leftSection={<IconPlus size={16} aria-hidden />}>
            {t('automation.new')}
          </Button>
        )}
      </Group>
      <OfficeChangesThis />
      <SegmentedControl
        aria-label={t('automation.tabs')}
        style={{ alignSelf: 'flex-start' }}
        data={(['rules', 'log'] as const).map((value) => ({ value, label: t(`automation.tab.${value}`) }))}
        value={tab}
        onChange={(value) => setSearch(value === 'log' ? { tab: 'log' } : {}, { replace: true })}
      />
      {tab === 'log' ? (
        <RunLog />
      ) : (
        <>
          {canEdit && <ReadyProcesses />}
          <RuleList canEdit={canEdit} />
        </>
      )}
    </Stack>
  );
}
