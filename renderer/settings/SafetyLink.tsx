import { Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconShieldLock } from '@tabler/icons-react';
import { Link } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';

/** Leads from the settings to the page about safety. */
export function SafetyLink() {
  return (
    <UnstyledButton component={Link} href="/settings/safety">
      <Paper withBorder p="md">
        <Group wrap="nowrap">
          <IconShieldLock size={28} aria-hidden />
          <div style={{ flex: 1, minWidth: 0 }}>
            <Text fw={600}>
              <Message id="safety.title" />
            </Text>
            <Text c="dimmed">
              <Message id="safety.text" />
            </Text>
          </div>
          <IconChevronRight size={20} aria-hidden />
        </Group>
      </Paper>
    </UnstyledButton>
  );
}
