import { Button, Group, Modal, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { refusedField } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useReadAgain } from '#renderer/branch/use-branches.ts';
import type { Branch } from '#shared/branch/branch.ts';

interface BranchFormProps {
  readonly branch: Branch | 'new' | null;
  readonly onClose: () => void;
  /** A new one: the next step is its computer. */
  readonly onAdded: (branch: Branch) => void;
}

/** The form of a branch, new or there already; closed when `branch` is null. */
export function BranchForm({ branch, onClose, onAdded }: BranchFormProps) {
  return (
    <Modal
      size={520}
      opened={branch !== null}
      onClose={onClose}
      title={<Message id={branch === 'new' ? 'branch.add' : 'branch.edit.title'} />}
      centered
    >
      {branch !== null && <Fields branch={branch} onClose={onClose} onAdded={onAdded} />}
    </Modal>
  );
}

type Draft = Pick<Branch, 'name' | 'address' | 'phone'>;

function Fields({ branch, onClose, onAdded }: BranchFormProps & { readonly branch: Branch | 'new' }) {
  const t = useText();
  const [draft, setDraft] = useState<Draft>(branch === 'new' ? { name: '', address: '', phone: '' } : branch);
  const readAgain = useReadAgain();
  const save = useMutation({
    mutationFn: () => {
      const fields = { name: draft.name.trim(), address: draft.address.trim(), phone: draft.phone.trim() };
      return branch === 'new' ? client.branch.create(fields) : client.branch.update({ ...fields, id: branch.id });
    },
    onError: (error) => {
      if (refusedField(error) !== 'name') notifyError(error);
    },
    onSuccess: (saved) => {
      readAgain();
      onClose();
      if (branch === 'new') onAdded(saved);
    },
  });
  const text = (field: keyof Draft) => ({
    label: t(`branch.field.${field}`),
    autoComplete: 'off',
    value: draft[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setDraft({ ...draft, [field]: event.currentTarget.value }),
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.name.trim() !== '' && !save.isPending) save.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          maxLength={120}
          placeholder={t('branch.field.nameExample')}
          error={refusedField(save.error) === 'name' ? t('branch.field.nameTaken') : undefined}
          {...text('name')}
        />
        <Textarea maxLength={500} autosize minRows={2} {...text('address')} />
        <TextInput type="tel" maxLength={100} {...text('phone')} />
        {branch === 'new' && (
          <Text size="sm" c="dimmed">
            <Message id="branch.add.number" />
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={save.isPending} disabled={draft.name.trim() === ''}>
            <Message id={branch === 'new' ? 'common.add' : 'common.save'} />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
