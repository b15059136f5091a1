import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconDotsVertical, IconPencil, IconPhone, IconTrash, IconX } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import { openCall } from '#renderer/call/open-call.ts';
import { openCancelTask, openCloseTask, openTask } from '#renderer/task/open-task.ts';
import { useTaskActs } from '#renderer/task/task-acts.ts';
import { useTaskTitle } from '#renderer/task/task-title.ts';
import type { Task } from '#shared/task/contract.ts';

/** Everything that can be done with a task. */
export function TaskMenu({ task }: { readonly task: Task }) {
  const t = useText();
  const title = useTaskTitle()(task);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon size={28} variant="subtle" color="gray" aria-label={t('task.menu', { title })}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Items task={task} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Items({ task }: { readonly task: Task }) {
  const t = useText();
  const { remove, reopen } = useTaskActs();
  const { partyId, partyType } = task;
  return (
    <>
      {task.status === 'open' ? (
        <>
          <Menu.Item leftSection={<IconCheck size={16} aria-hidden />} onClick={() => openCloseTask(task)}>
            {t('task.close.short')}
          </Menu.Item>
          {partyId !== null && partyType !== null && (
            <Menu.Item leftSection={<IconPhone size={16} aria-hidden />} onClick={() => openCall({ partyId, partyType, task })}>
              {t('call.open')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => openTask(task)}>
            {t('common.edit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconX size={16} aria-hidden />} onClick={() => openCancelTask(task)}>
            {t('task.noLongerNeeded')}
          </Menu.Item>
        </>
      ) : (
        <Menu.Item leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => reopen(task)}>
          {t('task.reopen')}
        </Menu.Item>
      )}
      <Menu.Item c="var(--mantine-color-error)" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove(task)}>
        {t('common.delete')}
      </Menu.Item>
    </>
  );
}
