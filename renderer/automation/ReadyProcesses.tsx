import { Badge, Button, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { InstallDialog } from '#renderer/automation/InstallDialog.tsx';
import type { ReadyProcess } from '#shared/automation/contract.ts';

/** Ready processes, that of the shop's own trade first; the others behind a button. */
export function ReadyProcesses() {
  const t = useText();
  const { trade } = useSettings();
  const { data } = useQuery(api.automation.processes.queryOptions());
  const [areOthersShown, others] = useDisclosure(false);
  const [chosen, setChosen] = useState<ReadyProcess | null>(null);
  if (data === undefined || data.length === 0) return null;
  const isFirst = (process: ReadyProcess) => process.trade === trade || process.isInstalled;
  const own = data.some(isFirst) ? data.filter(isFirst) : data;
  const rest = data.filter((process) => !own.includes(process));
  const Chevron = areOthersShown ? IconChevronUp : IconChevronDown;
  return (
    <section aria-labelledby="ready-title">
      <Title order={2} size="h4" id="ready-title">
        {t('automation.ready.title')}
      </Title>
      <Text c="dimmed" mb="xs">
        {t('automation.ready.text')}
      </Text>
      <Stack gap={8}>
        {own.map((process) => (
          <ProcessCard key={process.key} process={process} onUse={() => setChosen(process)} />
        ))}
        {rest.length > 0 && (
          <Button
            variant="subtle"
            size="compact-md"
            style={{ alignSelf: 'flex-start' }}
            aria-expanded={areOthersShown}
            rightSection={<Chevron size={16} aria-hidden />}
            onClick={others.toggle}
          >
            {t('automation.ready.others')}
          </Button>
        )}
        <Collapse expanded={areOthersShown}>
          <Stack gap={8}>
            {rest.map((process) => (
              <ProcessCard key={process.key} process={process} onUse={() => setChosen(process)} />
            ))}
          </Stack>
        </Collapse>
      </Stack>
      <InstallDialog process={chosen} onClose={() => setChosen(null)} />
    </section>
  );
}

function ProcessCard({ process, onUse }: { readonly process: ReadyProcess; readonly onUse: () => void }) {
  const t = useText();
  return (
    <Paper withBorder px="md" py="sm">
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{t(`settings.trade.${process.trade}`)}</Text>
            {process.isInstalled && (
              <Badge variant="light" tt="none">
                {t('automation.ready.installed')}
              </Badge>
            )}
          </Group>
          <Text size="sm">{process.stages.join(' → ')}</Text>
          <Text size="sm" c="dimmed">
            {t('automation.ready.rules', { count: process.rules })}
          </Text>
        </div>
        <Button variant={process.isInstalled ? 'default' : 'light'} flex="none" onClick={onUse}>
          {t('automation.ready.use')}
        </Button>
      </Group>
    </Paper>
  );
}
