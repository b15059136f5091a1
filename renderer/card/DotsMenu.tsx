import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '#renderer/app/text.ts';

/** What can be done with a client or a deal as a whole, behind three dots. */
export function DotsMenu({ children }: { readonly children: ReactNode }) {
  const t = useText();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon size={34} variant="default" aria-label={t('card.menu')} title={t('card.menu')} flex="none">
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

export function DeleteItem({ onDelete }: { readonly onDelete: () => void }) {
  const t = useText();
  return (
    <Menu.Item c="var(--mantine-color-error)" leftSection={<IconTrash size={16} aria-hidden />} onClick={onDelete}>
      {t('common.delete')}
    </Menu.Item>
  );
}
