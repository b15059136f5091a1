import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useBackupState } from '#renderer/backup/use-backups.ts';

/** Says that something lies in the data folder that the encryption of the data doesn't cover, and deletes it. */
export function PlainSetAside({ count, canRemove }: { readonly count: number; readonly canRemove: boolean }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => client.backup.removeSetAside(),
    onSuccess: () => {
      notifyDone('backup.setAside.removed');
      void queries.invalidateQueries({ queryKey: api.backup.key() });
    },
  });
  return (
    <Alert color="orange">
      <Stack gap="xs" align="flex-start">
        <Message id="backup.setAside" values={{ count }} />
        {canRemove && (
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
            <Message id="backup.setAside.remove" />
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Before the data is encrypted: what goes with that. */
export function PlainSetAsideGoes() {
  const state = useBackupState();
  if (state === undefined || state.plainSetAside === 0) return null;
  return (
    <Text fw={500}>
      <Message id="backup.setAside.goes" />
    </Text>
  );
}
