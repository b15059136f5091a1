import { Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconShieldLock } from '@tabler/icons-react';
import { Link } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { useCan } from '#renderer/people/use-me.ts';

/** Leads from the settings to the page about safety. */
export function SafetyLink() {
  const seesAll = useCan('audit.see');
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
              <Message id={seesAll ? 'safety.text' : 'safety.text.own'} />
            </Text>
          </div>
          <IconChevronRight size={20} aria-hidden />
        </Group>
      </Paper>
    </UnstyledButton>
  );
}
