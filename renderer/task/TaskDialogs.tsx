import { Modal } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import { useShortcuts } from '#renderer/app/shortcuts.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { CancelTask } from '#renderer/task/CancelTask.tsx';
import { CloseTask } from '#renderer/task/CloseTask.tsx';
import { closeTaskDialog, openNewTask, useOpenedTask } from '#renderer/task/open-task.ts';
import type { OpenedTask } from '#renderer/task/open-task.ts';
import { TaskEditor } from '#renderer/task/TaskEditor.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';

const titles: Readonly<Record<OpenedTask['type'], MessageKey>> = {
  new: 'task.new',
  edit: 'task.edit',
  close: 'task.close.title',
  cancel: 'task.cancel.title',
};

/** The dialogs of tasks; opened from anywhere by the functions of open-task. */
export function TaskDialogs() {
  const opened = useOpenedTask();
  const canEdit = useCan('task.edit');
  useShortcuts(canEdit ? { KeyT: { label: 'task.add', run: () => openNewTask() } } : {});
  return (
    <Modal
      opened={opened !== null}
      onClose={closeTaskDialog}
      title={opened === null ? null : <Message id={titles[opened.type]} />}
      size="lg"
      yOffset="6vh"
    >
      {opened?.type === 'close' && <CloseTask key={opened.task.id} task={opened.task} onClose={closeTaskDialog} />}
      {opened?.type === 'cancel' && <CancelTask key={opened.task.id} task={opened.task} onClose={closeTaskDialog} />}
      {(opened?.type === 'new' || opened?.type === 'edit') && <TaskEditor opened={opened} onClose={closeTaskDialog} />}
    </Modal>
  );
}
