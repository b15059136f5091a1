import { Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconArrowsExchange, IconPlugConnectedX, IconShieldLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import classes from '#renderer/branch/Branches.module.css';
import { ElsewhereForm } from '#renderer/branch/ElsewhereForm.tsx';
import { StartForm } from '#renderer/branch/StartForm.tsx';

const points = [
  { key: 'alone', icon: <IconPlugConnectedX size={20} aria-hidden /> },
  { key: 'together', icon: <IconArrowsExchange size={20} aria-hidden /> },
  { key: 'own', icon: <IconShieldLock size={20} aria-hidden /> },
] as const;

/** What branches are for, and how this computer becomes head office. */
export function Alone() {
  const [isElsewhere, setElsewhere] = useState(false);
  return (
    <div className={classes.page}>
      <Stack gap={4}>
        <Title order={1} size="h2">
          <Message id="branch.alone.title" />
        </Title>
        <Text c="dimmed" maw={680}>
          <Message id="branch.alone.text" />
        </Text>
      </Stack>
      <ul className={classes.points}>
        {points.map(({ key, icon }) => (
          <Point key={key} icon={icon} title={<Message id={`branch.point.${key}`} />}>
            <Message id={`branch.point.${key}.text`} />
          </Point>
        ))}
      </ul>
      <Paper withBorder p="lg" mt="xs">
        {isElsewhere ? (
          <ElsewhereForm onBack={() => setElsewhere(false)} />
        ) : (
          <StartForm onElsewhere={() => setElsewhere(true)} />
        )}
      </Paper>
      <Text size="sm" c="dimmed">
        <Message id="branch.alone.branch" />
      </Text>
    </div>
  );
}

interface PointProps {
  readonly icon: ReactNode;
  readonly title: ReactNode;
  readonly children: ReactNode;
}

function Point({ icon, title, children }: PointProps) {
  return (
    <Stack component="li" gap={6}>
      <ThemeIcon size={40} radius="xl" variant="light" aria-hidden>
        {icon}
      </ThemeIcon>
      <Text fw={600}>{title}</Text>
      <Text c="dimmed">{children}</Text>
    </Stack>
  );
}
