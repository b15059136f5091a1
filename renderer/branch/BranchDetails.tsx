import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktopPlus, IconDoorExit, IconDoorEnter, IconFileZip, IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { BranchFileDialog } from '#renderer/branch/BranchFileDialog.tsx';
import type { BranchActs } from '#renderer/branch/BranchRow.tsx';
import classes from '#renderer/branch/Branches.module.css';
import type { BranchSummary } from '#renderer/branch/branch-summary.ts';
import { CloseBranchDialog } from '#renderer/branch/CloseBranchDialog.tsx';
import { ComputerRow } from '#renderer/branch/ComputerRow.tsx';
import { useReadAgain } from '#renderer/branch/use-branches.ts';
import type { Branch } from '#shared/branch/branch.ts';

interface BranchDetailsProps extends BranchActs {
  readonly summary: BranchSummary;
}

/** A branch's computers, where it is, and what can be done. */
export function BranchDetails({ summary, version, onEdit, onConnect }: BranchDetailsProps) {
  const t = useText();
  const { branch, computers } = summary;
  const where = [branch?.address, branch?.phone].filter(Boolean).join(' · ');
  return (
    <Stack gap="xs">
      {where !== '' && <Text c="dimmed">{where}</Text>}
      {computers.length === 0 ? (
        <Text c="dimmed">
          <Message id="branch.noComputer.text" />
        </Text>
      ) : (
        <ul className={classes.computers} aria-label={t('branch.column.computers')}>
          {computers.map((computer) => (
            <ComputerRow key={computer.id} computer={computer} version={version} />
          ))}
        </ul>
      )}
      {branch === null ? (
        <Group>
          <ConnectButton onClick={() => onConnect(null)} />
        </Group>
      ) : (
        <BranchTools branch={branch} onEdit={onEdit} onConnect={onConnect} />
      )}
    </Stack>
  );
}

interface BranchToolsProps extends Pick<BranchActs, 'onEdit' | 'onConnect'> {
  readonly branch: Branch;
}

function BranchTools({ branch, onEdit, onConnect }: BranchToolsProps) {
  const [dialog, setDialog] = useState<'file' | 'close' | null>(null);
  const readAgain = useReadAgain();
  const reopen = useMutation({
    mutationFn: () => client.branch.restore({ id: branch.id }),
    onSuccess: () => {
      notifyDone('branch.reopened', { name: branch.name });
      readAgain();
    },
  });
  if (branch.archivedAt !== null) {
    return (
      <Group>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconDoorEnter size={16} aria-hidden />}
          loading={reopen.isPending}
          onClick={() => reopen.mutate()}
        >
          <Message id="branch.reopen" />
        </Button>
      </Group>
    );
  }
  return (
    <Group gap="xs">
      <ConnectButton onClick={() => onConnect(branch.id)} />
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconFileZip size={16} aria-hidden />}
        onClick={() => setDialog('file')}
      >
        <Message id="branch.file" />
      </Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => onEdit(branch)}
      >
        <Message id="branch.edit" />
      </Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconDoorExit size={16} aria-hidden />}
        onClick={() => setDialog('close')}
      >
        <Message id="branch.close" />
      </Button>
      <BranchFileDialog branch={dialog === 'file' ? branch : null} onClose={() => setDialog(null)} />
      <CloseBranchDialog branch={dialog === 'close' ? branch : null} onClose={() => setDialog(null)} />
    </Group>
  );
}

function ConnectButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button size="compact-md" variant="light" leftSection={<IconDeviceDesktopPlus size={16} aria-hidden />} onClick={onClick}>
      <Message id="branch.connect" />
    </Button>
  );
}
