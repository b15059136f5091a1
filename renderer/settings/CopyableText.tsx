import { Button, Code, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';

/** A text to be used elsewhere, with a button that copies it. */
export function CopyableText({ text }: { readonly text: string }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <Code fz="md" style={{ wordBreak: 'break-all' }}>
        {text}
      </Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            size="compact-md"
            variant="default"
            style={{ flex: 'none' }}
            leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            onClick={copy}
          >
            <Message id={copied ? 'common.copied' : 'common.copy'} />
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
