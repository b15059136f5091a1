import { List, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { ConfirmDialog } from '#renderer/branch/ConfirmDialog.tsx';
import { useReadAgain } from '#renderer/branch/use-branches.ts';
import type { Branch } from '#shared/branch/branch.ts';

interface CloseBranchDialogProps {
  readonly branch: Branch | null;
  readonly onClose: () => void;
}

/** Asks before a branch is closed. */
export function CloseBranchDialog({ branch, onClose }: CloseBranchDialogProps) {
  const readAgain = useReadAgain();
  const name = branch?.name ?? '';
  const close = useMutation({
    mutationFn: (id: string) => client.branch.archive({ id }),
    onSuccess: () => {
      notifyDone('branch.close.done', { name });
      readAgain();
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen={branch !== null}
      title={<Message id="branch.close.title" values={{ name }} />}
      action={<Message id="branch.close" />}
      isDangerous
      isPending={close.isPending}
      onConfirm={() => branch !== null && close.mutate(branch.id)}
      onClose={onClose}
    >
      <Text>
        <Message id="branch.close.text" />
      </Text>
      <List spacing={6}>
        <List.Item>
          <Message id="branch.close.kept" />
        </List.Item>
        <List.Item>
          <Message id="branch.close.move" />
        </List.Item>
      </List>
    </ConfirmDialog>
  );
}
