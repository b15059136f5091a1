import { Modal } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import { closeQuickAdd, useQuickAdd } from '#renderer/quick-add/open-quick-add.ts';
import { QuickAddForm } from '#renderer/quick-add/QuickAddForm.tsx';

/** The short form for a new contact or company; opened by `openQuickAdd`. */
export function QuickAdd() {
  const start = useQuickAdd();
  return (
    <Modal opened={start !== null} onClose={closeQuickAdd} title={<Message id="quickAdd.title" />} size="lg" yOffset="7vh">
      {start !== null && <QuickAddForm start={start} onClose={closeQuickAdd} />}
    </Modal>
  );
}
