import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Message } from '#renderer/app/Message.tsx';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: ReactNode;
  readonly action: ReactNode;
  readonly isDangerous?: boolean;
  readonly isPending: boolean;
  readonly isDisabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something is done that matters, and says what it does and doesn't do. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, action, isDangerous = false, isPending, isDisabled = false, onConfirm, onClose, children } = props;
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size={520} centered>
      <Stack gap="md">
        <Stack gap="xs">{children}</Stack>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button {...(isDangerous ? { color: 'red' } : {})} loading={isPending} disabled={isDisabled} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
