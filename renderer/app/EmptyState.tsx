import { Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  /** What can be done next: buttons. */
  readonly actions?: ReactNode;
  /** It is all that the page has, so its title is the page's. */
  readonly isWholePage?: boolean;
}

/** What stands where there is nothing yet: what goes here, and the next step. */
export function EmptyState({ icon, title, text, actions, isWholePage = false }: EmptyStateProps) {
  return (
    <Stack align="center" justify="center" gap="sm" px="md" py={48} mih={280}>
      <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
        {icon}
      </ThemeIcon>
      <Title order={isWholePage ? 1 : 2} size="h3" ta="center">
        {title}
      </Title>
      {text !== undefined && (
        <Text c="dimmed" ta="center" maw={460}>
          {text}
        </Text>
      )}
      {actions !== undefined && (
        <Group justify="center" mt="xs">
          {actions}
        </Group>
      )}
    </Stack>
  );
}
