import { ActionIcon, Alert, Badge, Button, Collapse, Group, List, Menu, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconBuilding, IconChevronDown, IconDotsVertical, IconPlayerStop } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { startTrouble, troubleOf } from '#renderer/branch/trouble.ts';
import { useHub, useReadAgain } from '#renderer/branch/use-branches.ts';
import { CopyableText } from '#renderer/settings/CopyableText.tsx';

/** Whether branches can reach this computer and where, or why they can't. */
export function HubStrip({ companyName }: { readonly companyName: string }) {
  const { data } = useHub();
  const readAgain = useReadAgain();
  const start = useMutation({
    mutationFn: (port: number) => client.branch.startHub({ companyName, port }),
    onSuccess: readAgain,
    onError: () => undefined,
  });
  if (data === undefined) return null;
  const { isHere, isRunning, port, addresses } = data;
  const trouble = startTrouble(start.error) ?? (data.trouble === null ? null : troubleOf(data.trouble));
  if (isRunning) return <Running addresses={addresses} />;
  // Head office runs elsewhere: there is nothing to be said of this computer.
  if (!isHere) return null;
  return (
    <Alert
      color="orange"
      icon={<IconAlertTriangle aria-hidden />}
      title={<Message id={trouble === null ? 'branch.stopped' : `branch.trouble.${trouble}`} />}
    >
      <Stack gap="xs" align="flex-start">
        <Text>
          <Message id={trouble === null ? 'branch.stopped.text' : `branch.trouble.${trouble}.text`} />
        </Text>
        <Button size="compact-md" variant="default" loading={start.isPending} onClick={() => start.mutate(port)}>
          <Message id="branch.startAgain" />
        </Button>
      </Stack>
    </Alert>
  );
}

const helps = ['network', 'firewall', 'internet'] as const;

function Running({ addresses }: { readonly addresses: readonly string[] }) {
  const t = useText();
  const [isHelp, setHelp] = useState(false);
  const [first, ...others] = addresses;
  return (
    <Paper withBorder px="md" py="xs">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap="xs">
          <Badge size="lg" variant="light" tt="none" fw={500} leftSection={<IconBuilding size={15} aria-hidden />}>
            {t('branch.thisIsOffice')}
          </Badge>
          {first === undefined ? (
            <Text c="dimmed">{t('branch.noAddress')}</Text>
          ) : (
            <>
              <Text c="dimmed">{t('branch.reachedAt')}</Text>
              <CopyableText text={first} />
            </>
          )}
        </Group>
        <HubMenu />
      </Group>
      <Group gap="xs" mt={2}>
        {others.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('branch.alsoAt', { addresses: others.join(', ') })}
          </Text>
        )}
        <Button
          variant="transparent"
          size="compact-sm"
          px={0}
          aria-expanded={isHelp}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setHelp(!isHelp)}
        >
          {t('branch.help')}
        </Button>
      </Group>
      <Collapse expanded={isHelp}>
        <List size="sm" spacing={4} mt={4}>
          {helps.map((help) => (
            <List.Item key={help}>{t(`branch.help.${help}`)}</List.Item>
          ))}
        </List>
      </Collapse>
    </Paper>
  );
}

function HubMenu() {
  const t = useText();
  const readAgain = useReadAgain();
  const stop = useMutation({
    mutationFn: () => client.branch.stopHub(undefined),
    onSuccess: () => {
      notifyDone('branch.stopped');
      readAgain();
    },
  });
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon size={28} variant="subtle" color="gray" aria-label={t('branch.office.menu')}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={() => stop.mutate()}>
          {t('branch.stop')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
