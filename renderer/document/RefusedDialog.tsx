import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';

interface RefusedDialogProps {
  /** What the client refused; null while it is closed. */
  readonly name: string | null;
  readonly onClose: () => void;
  readonly onRefuse: (reason: string) => void;
}

/** Asks why a client refused; the answer may be left out. */
export function RefusedDialog({ name, onClose, onRefuse }: RefusedDialogProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  return (
    <Modal opened={name !== null} onClose={onClose} title={<Message id="document.refused.why" />}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          onRefuse(reason.trim());
        }}
      >
        <Stack gap="sm">
          <Text c="dimmed">{name}</Text>
          <Textarea
            data-autofocus
            label={t('document.refused.reason')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={10_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Message id="common.cancel" />
            </Button>
            <Button type="submit">
              <Message id="common.save" />
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
