import { Alert, Button, Group, List, Modal, PasswordInput, Progress, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconWand } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { saveFile } from '#renderer/app/save-file.ts';
import { useText } from '#renderer/app/text.ts';
import { shortestPassphrase, strengthOf, suggestPassphrase } from '#renderer/branch/passphrase.ts';
import type { Strength } from '#renderer/branch/passphrase.ts';
import { useReadAgain } from '#renderer/branch/use-branches.ts';
import { CopyableText } from '#renderer/settings/CopyableText.tsx';
import type { Branch } from '#shared/branch/branch.ts';

interface BranchFileDialogProps {
  readonly branch: Branch | null;
  readonly onClose: () => void;
}

/** Makes the file that a new computer of a branch begins from, with no network at all; closed when `branch` is null. */
export function BranchFileDialog({ branch, onClose }: BranchFileDialogProps) {
  return (
    <Modal
      size={600}
      opened={branch !== null}
      onClose={onClose}
      title={<Message id="branch.file.title" values={{ name: branch?.name ?? '' }} />}
      yOffset={40}
    >
      {branch !== null && <MakeFile branch={branch} onClose={onClose} />}
    </Modal>
  );
}

interface Draft {
  readonly name: string;
  readonly passphrase: string;
  readonly again: string;
}

function MakeFile({ branch, onClose }: BranchFileDialogProps & { readonly branch: Branch }) {
  const t = useText();
  const [draft, setDraft] = useState<Draft>({ name: '', passphrase: '', again: '' });
  const [suggested, setSuggested] = useState<string | null>(null);
  const readAgain = useReadAgain();
  const { passphrase, again } = draft;
  const name = draft.name.trim();
  const isReady = name !== '' && passphrase.length >= shortestPassphrase && again === passphrase;
  const make = useMutation({
    mutationFn: () => client.branch.makeFile({ branchId: branch.id, name, passphrase }),
    onSuccess: (file) => {
      saveFile(file, file.name);
      readAgain();
    },
  });
  if (make.data !== undefined)
    return <Made file={make.data.name} suggested={suggested === passphrase ? suggested : null} onClose={onClose} />;
  const text = (field: keyof Draft) => ({
    value: draft[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setDraft({ ...draft, [field]: event.currentTarget.value }),
  });
  const suggest = () => {
    const next = suggestPassphrase();
    setSuggested(next);
    setDraft({ ...draft, passphrase: next, again: next });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !make.isPending) make.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <Text>
          <Message id="branch.file.text" />
        </Text>
        <TextInput
          data-autofocus
          required
          maxLength={120}
          autoComplete="off"
          label={t('branch.computer.name')}
          description={t('branch.computer.nameText')}
          {...text('name')}
        />
        <Group align="flex-start" grow gap="sm">
          <PasswordInput
            required
            maxLength={200}
            autoComplete="new-password"
            label={t('branch.file.passphrase')}
            visibilityToggleButtonProps={{ 'aria-label': t('branch.file.show') }}
            {...text('passphrase')}
          />
          <PasswordInput
            required
            maxLength={200}
            autoComplete="new-password"
            label={t('branch.file.again')}
            visibilityToggleButtonProps={{ 'aria-label': t('branch.file.show') }}
            error={again.length >= passphrase.length && again !== passphrase ? t('branch.file.differ') : undefined}
            {...text('again')}
          />
        </Group>
        <StrengthLine passphrase={passphrase} />
        <Group gap="xs">
          <Button variant="subtle" size="compact-md" leftSection={<IconWand size={16} aria-hidden />} onClick={suggest}>
            <Message id="branch.file.suggest" />
          </Button>
          {suggested !== null && suggested === passphrase && <CopyableText text={suggested} />}
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={make.isPending} disabled={!isReady}>
            <Message id="branch.file.make" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const levels: Readonly<Record<Strength, { readonly value: number; readonly colour: string }>> = {
  short: { value: 10, colour: 'red' },
  weak: { value: 35, colour: 'red' },
  fair: { value: 65, colour: 'yellow' },
  good: { value: 100, colour: 'teal' },
};

function StrengthLine({ passphrase }: { readonly passphrase: string }) {
  const strength = strengthOf(passphrase);
  const { value, colour } = levels[strength];
  const isEmpty = passphrase === '';
  return (
    <div>
      <Progress size="sm" value={isEmpty ? 0 : value} color={colour} aria-hidden />
      <Text size="sm" c="dimmed" mt={4} role="status">
        <Message id={isEmpty ? 'branch.file.rule' : `branch.file.strength.${strength}`} />
      </Text>
    </div>
  );
}

interface MadeProps {
  readonly file: string;
  /** The password that was made up here, to be passed on. */
  readonly suggested: string | null;
  readonly onClose: () => void;
}

function Made({ file, suggested, onClose }: MadeProps) {
  const t = useText();
  return (
    <Stack gap="md">
      <Alert
        color="teal"
        role="status"
        icon={<IconCircleCheck aria-hidden />}
        title={<Message id="branch.file.made" values={{ file }} />}
      >
        <Message id="branch.file.made.text" />
      </Alert>
      <List type="ordered" spacing={8}>
        <List.Item>
          <Message id="branch.file.step.carry" />
        </List.Item>
        <List.Item>
          <Message id="branch.file.step.open" values={{ where: t('sync.join') }} />
        </List.Item>
        <List.Item>
          <Message id="branch.file.step.passphrase" />
        </List.Item>
      </List>
      {suggested !== null && <CopyableText text={suggested} />}
      <Group justify="flex-end">
        <Button autoFocus onClick={onClose}>
          <Message id="branch.code.done" />
        </Button>
      </Group>
    </Stack>
  );
}
