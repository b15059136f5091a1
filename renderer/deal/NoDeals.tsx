import { Button } from '@mantine/core';
import { IconBriefcase, IconPlus } from '@tabler/icons-react';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { openNewDeal } from '#renderer/deal/open-new-deal.ts';

/** What stands where no deal has been added yet. */
export function NoDeals({ canCreate }: { readonly canCreate: boolean }) {
  const actions = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openNewDeal()}>
      <Message id="deal.none.add" />
    </Button>
  );
  return (
    <EmptyState
      icon={<IconBriefcase size={30} />}
      title={<Message id="deal.none" />}
      text={<Message id="deal.none.text" />}
      {...(canCreate ? { actions } : {})}
    />
  );
}
