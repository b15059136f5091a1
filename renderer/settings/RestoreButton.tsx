import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';

/** Brings back all that was taken out, as one act that can be undone. */
export function RestoreButton() {
  const restore = useMutation({
    mutationFn: async (file: File) => {
      const { fileId } = await client.import.upload({ file });
      return client.export.restore({ fileId });
    },
    onSuccess: ({ actId, records }) => {
      const changed = records.created + records.updated;
      if (actId === null) notifyDone('settings.restoredNothing');
      else notifyDone('settings.restored', { count: changed }, { undoActId: actId });
    },
  });
  return (
    <FileButton accept=".zip,application/zip" onChange={(file) => file !== null && restore.mutate(file)}>
      {(props) => (
        <Button {...props} variant="default" leftSection={<IconUpload size={16} />} loading={restore.isPending}>
          <Message id="settings.restore" />
        </Button>
      )}
    </FileButton>
  );
}
