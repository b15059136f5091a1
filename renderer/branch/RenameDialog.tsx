import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useReadAgain } from '#renderer/branch/use-branches.ts';
import type { DeviceSummary } from '#shared/sync/office-protocol.ts';

interface RenameDialogProps {
  readonly computer: DeviceSummary | null;
  readonly onClose: () => void;
}

/** Gives a computer another name; closed when it is null. */
export function RenameDialog({ computer, onClose }: RenameDialogProps) {
  return (
    <Modal opened={computer !== null} onClose={onClose} title={<Message id="branch.rename.title" />} centered>
      {computer !== null && <Fields computer={computer} onClose={onClose} />}
    </Modal>
  );
}

function Fields({ computer, onClose }: RenameDialogProps & { readonly computer: DeviceSummary }) {
  const t = useText();
  const [name, setName] = useState(computer.name);
  const readAgain = useReadAgain();
  const save = useMutation({
    mutationFn: () => client.branch.renameComputer({ id: computer.id, name: name.trim() }),
    onSuccess: () => {
      readAgain();
      onClose();
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') save.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          maxLength={120}
          autoComplete="off"
          label={t('branch.computer.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            <Message id="common.save" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
