import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';

interface SectionProps {
  /** Its address within the page: "/settings#data". */
  readonly id: string;
  readonly title: MessageKey;
  readonly text?: MessageKey;
  readonly children: ReactNode;
}

/** One subject of the settings. */
export function Section({ id, title, text, children }: SectionProps) {
  return (
    <Paper component="section" withBorder p="md" id={id} aria-labelledby={`${id}-title`}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" id={`${id}-title`}>
            <Message id={title} />
          </Title>
          {text !== undefined && (
            <Text c="dimmed">
              <Message id={text} />
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Paper>
  );
}
