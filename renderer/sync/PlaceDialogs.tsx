import { Button, Checkbox, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { closePlaceDialog, usePlaceDialog } from '#renderer/sync/place-dialogs.ts';
import type { PlaceDialog } from '#renderer/sync/place-dialogs.ts';
import { useBranches, useBranchName } from '#renderer/sync/use-branches.ts';

/** Whose clients are: moved to another branch, or shared with others. */
export function PlaceDialogs() {
  const t = useText();
  const dialog = usePlaceDialog();
  return (
    <Modal
      opened={dialog !== null}
      onClose={closePlaceDialog}
      title={dialog === null ? '' : t(dialog.type === 'move' ? 'sync.move.title' : 'sync.share.title')}
    >
      {dialog?.type === 'move' && <Move dialog={dialog} />}
      {dialog?.type === 'share' && <Share dialog={dialog} />}
    </Modal>
  );
}

/** What a choice of branches holds for head office, which has no id. */
const office = '';

function Move({ dialog: { ids, name, from, onMoved } }: { readonly dialog: Extract<PlaceDialog, { type: 'move' }> }) {
  const t = useText();
  const queries = useQueryClient();
  const branches = useBranches();
  const nameOf = useBranchName();
  const [to, setTo] = useState<string | null>(null);
  const move = useMutation({
    mutationFn: (branchId: string | null) => client.branch.moveClients({ ids: [...ids], branchId }),
    onSuccess: async ({ moved, actId }, branchId) => {
      closePlaceDialog();
      onMoved?.();
      notifyDone('sync.move.done', { count: moved, branch: nameOf(branchId) }, { undoActId: actId });
      await queries.invalidateQueries();
    },
  });
  const places = [
    { value: office, id: null as string | null, label: t('sync.office') },
    ...branches.filter(({ archivedAt }) => archivedAt === null).map(({ id, name: label }) => ({ value: id, id, label })),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to !== null) move.mutate(to === office ? null : to);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text>{t('sync.move.text', { count: ids.length, name })}</Text>
        <Select
          required
          data-autofocus
          label={t('sync.move.to')}
          searchable={places.length > 7}
          nothingFoundMessage={t('list.filter.nothing')}
          data={places.filter(({ id }) => from === undefined || id !== from).map(({ value, label }) => ({ value, label }))}
          value={to}
          onChange={setTo}
        />
        <Buttons isReady={to !== null} isPending={move.isPending} label="sync.move.go" />
      </Stack>
    </form>
  );
}

function Share({ dialog: { id, branchId, sharedWith } }: { readonly dialog: Extract<PlaceDialog, { type: 'share' }> }) {
  const t = useText();
  const queries = useQueryClient();
  const branches = useBranches();
  const [chosen, setChosen] = useState<string[]>([...sharedWith]);
  const share = useMutation({
    mutationFn: (branchIds: string[]) => client.branch.shareClient({ id, branchIds }),
    onSuccess: async ({ actId }, branchIds) => {
      closePlaceDialog();
      notifyDone('sync.share.done', { count: branchIds.length }, { undoActId: actId });
      await queries.invalidateQueries();
    },
  });
  const offered = branches.filter(
    (branch) => branch.id !== branchId && (branch.archivedAt === null || chosen.includes(branch.id)),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    share.mutate(chosen);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Checkbox.Group label={t('sync.share.title')} description={t('sync.share.text')} value={chosen} onChange={setChosen}>
          <Stack gap={8} mt="xs">
            {offered.map((branch, index) => (
              <Checkbox key={branch.id} value={branch.id} label={branch.name} {...(index === 0 && { 'data-autofocus': true })} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Buttons isReady isPending={share.isPending} label="common.save" />
      </Stack>
    </form>
  );
}

interface ButtonsProps {
  readonly isReady: boolean;
  readonly isPending: boolean;
  readonly label: 'sync.move.go' | 'common.save';
}

function Buttons({ isReady, isPending, label }: ButtonsProps) {
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={closePlaceDialog}>
        <Message id="common.cancel" />
      </Button>
      <Button type="submit" disabled={!isReady} loading={isPending}>
        <Message id={label} />
      </Button>
    </Group>
  );
}
