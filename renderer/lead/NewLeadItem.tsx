import { Menu } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { openNewLead } from '#renderer/lead/open-new-lead.ts';
import { useCan } from '#renderer/people/use-me.ts';

/** "New request" in the menu of what can be added. */
export function NewLeadItem() {
  if (!useCan('lead.create')) return null;
  return (
    <Menu.Item leftSection={<IconInbox size={18} />} onClick={openNewLead}>
      <Message id="lead.add" />
    </Menu.Item>
  );
}
