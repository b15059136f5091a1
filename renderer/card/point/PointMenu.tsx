import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconDotsVertical, IconStar, IconTrash } from '@tabler/icons-react';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { copyText } from '#renderer/card/copy-text.ts';
import { movePoint, pointTitle, removePoint, toDraft } from '#renderer/card/point/point.ts';
import type { Point, PointField } from '#renderer/card/point/point.ts';
import type { PartyChange } from '#renderer/card/save-party.ts';

interface PointMenuProps<Field extends PointField> {
  readonly field: Field;
  readonly point: Point<Field>;
  readonly position: number;
  readonly count: number;
}

/** Reordering, copying and removing of one phone, email... */
export function PointMenu<Field extends PointField>({ field, point, position, count }: PointMenuProps<Field>) {
  const t = useText();
  const { save } = useCard();
  const { id } = point;
  const title = pointTitle(field, toDraft(field, point));
  const change = async (wanted: PartyChange) => {
    const result = await save(wanted);
    if (result.type === 'refused') notifyError(result.error);
  };
  const moveTo = (to: number) => void change((now) => movePoint(now, field, { id, to }));
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={t('card.point.menu', { value: title })}>
          <IconDotsVertical size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {position > 0 && (
          <Menu.Item leftSection={<IconStar size={16} aria-hidden />} onClick={() => moveTo(0)}>
            {t('card.point.makeFirst')}
          </Menu.Item>
        )}
        {position > 1 && (
          <Menu.Item leftSection={<IconArrowUp size={16} aria-hidden />} onClick={() => moveTo(position - 1)}>
            {t('card.point.moveUp')}
          </Menu.Item>
        )}
        {position < count - 1 && (
          <Menu.Item leftSection={<IconArrowDown size={16} aria-hidden />} onClick={() => moveTo(position + 1)}>
            {t('card.point.moveDown')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => void copyText(title).then((isCopied) => notifyDone(isCopied ? 'common.copied' : 'card.copied.failed'))}
        >
          {t('common.copy')}
        </Menu.Item>
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => void change((now) => removePoint(now, field, id))}
        >
          {t('card.point.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
