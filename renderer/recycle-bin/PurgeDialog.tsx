import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';

interface PurgeDialogProps {
  /** What is to leave the recycle bin; null while nothing is asked. */
  readonly ids: readonly string[] | null;
  readonly onClose: () => void;
  readonly onPurged: () => void;
}

/** Asks before anything is removed for good. */
export function PurgeDialog({ ids, onClose, onPurged }: PurgeDialogProps) {
  const t = useText();
  const purge = useMutation(
    api.party.purgeMany.mutationOptions({
      onSuccess: ({ actId, changed }) => {
        notifyDone('recycleBin.purged', { count: changed }, { undoActId: actId });
        onPurged();
      },
    }),
  );
  return (
    <Modal
      opened={ids !== null}
      onClose={onClose}
      title={t('recycleBin.confirm.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      centered
    >
      <Stack>
        <Text>
          <Message id="recycleBin.confirm.text" values={{ count: ids?.length ?? 0 }} />
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="recycleBin.cancel" />
          </Button>
          <Button color="red" loading={purge.isPending} onClick={() => purge.mutate({ ids: [...(ids ?? [])] })}>
            <Message id="recycleBin.purge" />
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
