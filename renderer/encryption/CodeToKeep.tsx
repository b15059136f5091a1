import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { CodePaper } from '#renderer/session/CodePaper.tsx';

interface CodeToKeepProps {
  readonly recoveryCode: string;
  /** Numbers of the groups to be typed, from 1. */
  readonly ask: readonly [number, number];
  readonly confirmed: readonly [string, string];
  readonly onChange: (confirmed: [string, string]) => void;
}

/** Shows a recovery code this once, to be printed, and has two of its groups typed off the paper. */
export function CodeToKeep({ recoveryCode, ask, confirmed, onChange }: CodeToKeepProps) {
  const t = useText();
  return (
    <Stack>
      <Text>
        <Message id="encryption.code.text" />
      </Text>
      <CodePaper code={recoveryCode} title={<Message id="encryption.code.printed" />} />
      <Group justify="center">
        <Button variant="light" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          <Message id="encryption.code.print" />
        </Button>
      </Group>
      <Text>
        <Message id="encryption.code.confirm" />
      </Text>
      <Group grow>
        {ask.map((number, at) => (
          <TextInput
            key={number}
            autoFocus={at === 0}
            autoComplete="off"
            maxLength={4}
            label={t('encryption.code.group', { number })}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            value={confirmed[at] ?? ''}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              onChange(at === 0 ? [typed, confirmed[1]] : [confirmed[0], typed]);
            }}
          />
        ))}
      </Group>
    </Stack>
  );
}
