import { ORPCError } from '@orpc/client';
import { List, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { toastProblem } from '#renderer/branch/toast-problem.ts';
import { ConfirmDialog } from '#renderer/branch/ConfirmDialog.tsx';
import { useReadAgain } from '#renderer/branch/use-branches.ts';
import type { DeviceSummary } from '#shared/sync/office-protocol.ts';

interface ShutOutDialogProps {
  readonly computer: DeviceSummary | null;
  readonly onClose: () => void;
}

/** Asks before a computer is shut out: for one stolen, sold or given away. */
export function ShutOutDialog({ computer, onClose }: ShutOutDialogProps) {
  const readAgain = useReadAgain();
  const name = computer?.name ?? '';
  const shutOut = useMutation({
    mutationFn: (id: string) => client.branch.revoke({ id }),
    onSuccess: () => {
      notifyDone('branch.shutOut.done', { name });
      readAgain();
      onClose();
    },
    onError: (error) => {
      if (error instanceof ORPCError && error.code === 'LAST_ONE') toastProblem('branch.shutOut.last');
      else notifyError(error);
    },
  });
  return (
    <ConfirmDialog
      isOpen={computer !== null}
      title={<Message id="branch.shutOut.title" values={{ name }} />}
      action={<Message id="branch.shutOut" />}
      isDangerous
      isPending={shutOut.isPending}
      onConfirm={() => computer !== null && shutOut.mutate(computer.id)}
      onClose={onClose}
    >
      <Text>
        <Message id="branch.shutOut.text" />
      </Text>
      <List spacing={6}>
        <List.Item>
          <Message id="branch.shutOut.kept" />
        </List.Item>
        <List.Item>
          <Message id="branch.shutOut.lost" values={{ count: computer?.waiting ?? 0 }} />
        </List.Item>
        <List.Item>
          <Message id="branch.shutOut.there" />
        </List.Item>
        <List.Item>
          <Message id="branch.shutOut.back" />
        </List.Item>
      </List>
    </ConfirmDialog>
  );
}
