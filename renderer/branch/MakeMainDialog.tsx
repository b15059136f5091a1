import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { ConfirmDialog } from '#renderer/branch/ConfirmDialog.tsx';
import { useReadAgain } from '#renderer/branch/use-branches.ts';
import type { DeviceSummary } from '#shared/sync/office-protocol.ts';

interface MakeMainDialogProps {
  readonly computer: DeviceSummary | null;
  readonly onClose: () => void;
}

/** Says what a main computer is, and makes this one it. */
export function MakeMainDialog({ computer, onClose }: MakeMainDialogProps) {
  const readAgain = useReadAgain();
  const name = computer?.name ?? '';
  const make = useMutation({
    mutationFn: (id: string) => client.branch.makeMain({ id }),
    onSuccess: () => {
      notifyDone('branch.makeMain.done', { name });
      readAgain();
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen={computer !== null}
      title={<Message id="branch.makeMain.title" values={{ name }} />}
      action={<Message id="branch.makeMain" />}
      isPending={make.isPending}
      onConfirm={() => computer !== null && make.mutate(computer.id)}
      onClose={onClose}
    >
      <Text>
        <Message id="branch.makeMain.text" />
      </Text>
    </ConfirmDialog>
  );
}
