import { Button, Group, Stack, Text } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { toastDone, toastError } from '#renderer/app/toast.ts';
import type { MessageValues } from '#renderer/app/text.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

interface UndoToastProps {
  readonly text: MessageKey;
  readonly values: MessageValues;
  readonly actId: string;
  readonly onClose: () => void;
}

/** What was done, and "Undo". When somebody has changed part of it since, asks before undoing the rest. */
export function UndoToast({ text, values, actId, onClose }: UndoToastProps) {
  const undo = useMutation(
    api.history.undo.mutationOptions({
      onSuccess: () => {
        onClose();
        toastDone('undo.done');
      },
      onError: (error) => {
        if (isDefinedError(error) && error.code === 'EDITED_SINCE') return;
        onClose();
        toastError(error);
      },
    }),
  );
  const edited = undo.error !== null && isDefinedError(undo.error) && undo.error.code === 'EDITED_SINCE' ? undo.error.data : null;
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="md">
          {edited === null ? (
            <Message id={text} values={values} />
          ) : (
            <Message id="undo.editedSince" values={{ count: edited.count }} />
          )}
        </Text>
        <Button
          size="compact-md"
          variant="light"
          flex="none"
          loading={undo.isPending}
          onClick={() => undo.mutate({ id: actId, keepEdited: edited !== null })}
        >
          <Message id={edited === null ? 'common.undo' : 'undo.theRest'} />
        </Button>
      </Group>
      {edited !== null && (
        <Text size="sm" c="dimmed">
          {edited.records.map((record) => record.title).join(', ')}
        </Text>
      )}
    </Stack>
  );
}
