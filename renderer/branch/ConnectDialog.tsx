import { Alert, Button, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { CodeView } from '#renderer/branch/CodeView.tsx';
import { useReadAgain } from '#renderer/branch/use-branches.ts';
import type { Branch } from '#shared/branch/branch.ts';
import type { Brings } from '#shared/sync/office-protocol.ts';

interface ConnectDialogProps {
  /** For which branch, and whether that was just added; null while nothing is asked. */
  readonly asked: { readonly branchId: string | null; readonly added?: Branch } | null;
  readonly branches: readonly Branch[];
  readonly onClose: () => void;
}

/** Gives out a code by which a new computer joins the company. */
export function ConnectDialog({ asked, branches, onClose }: ConnectDialogProps) {
  return (
    <Modal size={640} opened={asked !== null} onClose={onClose} title={<Message id="branch.connect" />} yOffset={40}>
      {asked !== null && <Connect asked={asked} branches={branches} onClose={onClose} />}
    </Modal>
  );
}

/** What stands for head office in a list: ids of branches are longer. */
const office = '-';
const hoursToChoose = [24, 72, 168, 720] as const;
const hour = 3_600_000;

interface Draft {
  readonly branch: string;
  readonly name: string;
  readonly brings: Brings;
  readonly validHours: number;
}

interface ConnectProps extends Pick<ConnectDialogProps, 'branches' | 'onClose'> {
  readonly asked: NonNullable<ConnectDialogProps['asked']>;
}

function Connect({ asked: { branchId, added }, branches, onClose }: ConnectProps) {
  const t = useText();
  const format = useFormat();
  const [draft, setDraft] = useState<Draft>({ branch: branchId ?? office, name: '', brings: 'nothing', validHours: 72 });
  const change = (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes }));
  const readAgain = useReadAgain();
  const name = draft.name.trim();
  const invite = useMutation({
    mutationFn: () => {
      const { branch, brings, validHours } = draft;
      return client.branch.invite({ branchId: branch === office ? null : branch, name, brings, validHours });
    },
    onSuccess: readAgain,
  });
  if (invite.data !== undefined) return <CodeView invite={invite.data} name={name} onClose={onClose} />;
  const known = added === undefined || branches.some(({ id }) => id === added.id) ? branches : [...branches, added];
  const open = known.filter(({ archivedAt }) => archivedAt === null);
  const choices = [
    ...open.map(({ id, number, name: called }) => ({ value: id, label: t('branch.named', { number, name: called }) })),
    { value: office, label: t('branch.office') },
  ];
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== '' && !invite.isPending) invite.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        {added !== undefined && (
          <Alert color="teal" role="status" icon={<IconCircleCheck aria-hidden />}>
            {t('branch.added', { number: added.number, name: added.name })}
          </Alert>
        )}
        <Select
          label={t('branch.connect.branch')}
          allowDeselect={false}
          searchable={choices.length > 8}
          data={choices}
          value={draft.branch}
          onChange={(branch) => change({ branch: branch ?? office })}
        />
        <TextInput
          data-autofocus
          required
          maxLength={120}
          autoComplete="off"
          label={t('branch.computer.name')}
          description={t('branch.computer.nameText')}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Radio.Group
          label={t('branch.brings')}
          value={draft.brings}
          onChange={(brings) => change({ brings: brings === 'data' ? 'data' : 'nothing' })}
        >
          <Stack gap={6} mt={6}>
            {(['nothing', 'data'] as const).map((brings) => (
              <Radio
                key={brings}
                value={brings}
                label={t(`branch.brings.${brings}`)}
                description={t(`branch.brings.${brings}.text`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Select
          w={200}
          label={t('branch.valid')}
          allowDeselect={false}
          data={hoursToChoose.map((hours) => ({ value: String(hours), label: format.duration(hours * hour) }))}
          value={String(draft.validHours)}
          onChange={(hours) => change({ validHours: Number(hours) })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={invite.isPending} disabled={name === ''}>
            <Message id="branch.makeCode" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
