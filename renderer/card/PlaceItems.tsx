import { Menu } from '@mantine/core';
import { IconBuildingStore, IconShare } from '@tabler/icons-react';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { openPlaceDialog } from '#renderer/sync/place-dialogs.ts';
import { useBranches } from '#renderer/sync/use-branches.ts';

/** Whose the client is: to another branch, or shared with some where cards are private. Nothing without branches. */
export function PlaceItems() {
  const t = useText();
  const { party, isReadOnly } = useCard();
  const { clientCards } = useSettings();
  const canMove = useCan('branch.moveClients');
  const hasBranches = useBranches().length > 0;
  if (isReadOnly || !canMove || !hasBranches) return null;
  const { id, title, branchId, sharedWith } = party;
  return (
    <>
      <Menu.Item
        leftSection={<IconBuildingStore size={16} aria-hidden />}
        onClick={() => openPlaceDialog({ type: 'move', ids: [id], name: title, from: branchId })}
      >
        {t('sync.move')}
      </Menu.Item>
      {clientCards === 'private' && (
        <Menu.Item
          leftSection={<IconShare size={16} aria-hidden />}
          onClick={() => openPlaceDialog({ type: 'share', id, branchId, sharedWith })}
        >
          {t('sync.share')}
        </Menu.Item>
      )}
    </>
  );
}
