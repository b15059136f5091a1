import { Button, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { CodePaper } from '#renderer/session/CodePaper.tsx';

/** The owner's code for the day the password is forgotten; shown this once. */
export function RecoveryCode({ code, onDone }: { readonly code: string; readonly onDone: () => void }) {
  return (
    <Stack maw={480}>
      <Title order={3} size="h4">
        <Message id="session.codeTitle" />
      </Title>
      <Text>
        <Message id="session.codeText" />
      </Text>
      <CodePaper code={code} title={<Message id="session.codePrinted" />} />
      <Group justify="flex-end">
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={copied ? <IconCheck size={18} /> : <IconCopy size={18} />} onClick={copy}>
              <Message id={copied ? 'common.copied' : 'common.copy'} />
            </Button>
          )}
        </CopyButton>
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          <Message id="session.print" />
        </Button>
        <Button onClick={onDone}>
          <Message id="session.codeKept" />
        </Button>
      </Group>
    </Stack>
  );
}
