import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical, IconFileDownload, IconHome, IconPencil, IconUserOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import { useText } from '#renderer/app/text.ts';
import { MakeMainDialog } from '#renderer/branch/MakeMainDialog.tsx';
import { RenameDialog } from '#renderer/branch/RenameDialog.tsx';
import { ShutOutDialog } from '#renderer/branch/ShutOutDialog.tsx';
import { bundleFileName } from '#renderer/sync/bundle-file-name.ts';
import type { DeviceSummary } from '#shared/sync/office-protocol.ts';

/** Everything that can be done with a computer of a branch. */
export function ComputerMenu({ computer }: { readonly computer: DeviceSummary }) {
  const t = useText();
  const [dialog, setDialog] = useState<'rename' | 'main' | 'out' | null>(null);
  const close = () => setDialog(null);
  const { id, name, isMain } = computer;
  const carry = useMutation({
    mutationFn: () => client.sync.exportBundle({ deviceId: id }),
    onSuccess: (file) => {
      const called = bundleFileName([name, t('sync.fileName')], Date.now());
      saveFile(file, called);
      notifyDone('branch.carry.saved', { file: called, name });
    },
  });
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon
            size={28}
            variant="subtle"
            color="gray"
            aria-label={t('branch.computer.menu', { name })}
            loading={carry.isPending}
          >
            <IconDotsVertical size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileDownload size={16} aria-hidden />} onClick={() => carry.mutate()}>
            {t('branch.carry')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setDialog('rename')}>
            {t('branch.rename')}
          </Menu.Item>
          {!isMain && (
            <Menu.Item leftSection={<IconHome size={16} aria-hidden />} onClick={() => setDialog('main')}>
              {t('branch.makeMain')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item
            c="var(--mantine-color-error)"
            leftSection={<IconUserOff size={16} aria-hidden />}
            onClick={() => setDialog('out')}
          >
            {t('branch.shutOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenameDialog computer={dialog === 'rename' ? computer : null} onClose={close} />
      <MakeMainDialog computer={dialog === 'main' ? computer : null} onClose={close} />
      <ShutOutDialog computer={dialog === 'out' ? computer : null} onClose={close} />
    </>
  );
}
