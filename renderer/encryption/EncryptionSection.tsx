import { Alert, Button, Group, Text } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { EncryptionDialog } from '#renderer/encryption/EncryptionDialog.tsx';
import type { EncryptionTask } from '#renderer/encryption/tasks.ts';
import { Section } from '#renderer/settings/Section.tsx';
import type { EncryptionStatus } from '#shared/encryption/contract.ts';

/** Whether the data is encrypted, and what can be changed about that. */
export function EncryptionSection() {
  const status = useQuery(api.encryption.status.queryOptions());
  const [task, setTask] = useState<EncryptionTask | null>(null);
  if (status.data === undefined) return null;
  const { isOn, opensBy, canChange, failure } = status.data;
  return (
    <Section id="encryption" title="encryption.title" text="encryption.text">
      {failure !== null && (
        <Alert color="red">
          <Message id={`encryption.failed.${failure}`} />
        </Alert>
      )}
      <Group gap="xs" wrap="nowrap">
        {isOn ? <IconLock size={20} aria-hidden /> : <IconLockOpen size={20} aria-hidden />}
        <Text fw={500}>
          <Message id={opensBy === null ? 'encryption.isOff' : `encryption.isOn.${opensBy}`} />
        </Text>
      </Group>
      {canChange && (
        <Group gap="xs">
          {tasksOf(status.data).map((each) => (
            <Button key={each} variant={each === 'turnOn' ? 'filled' : 'default'} onClick={() => setTask(each)}>
              <Message id={`encryption.task.${each}`} />
            </Button>
          ))}
        </Group>
      )}
      <EncryptionDialog task={task} status={status.data} onClose={() => setTask(null)} />
    </Section>
  );
}

function tasksOf({ isOn }: EncryptionStatus): readonly EncryptionTask[] {
  return isOn ? ['changePassphrase', 'renewCode', 'changeKey', 'turnOff'] : ['turnOn'];
}
