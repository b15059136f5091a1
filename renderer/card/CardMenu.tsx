import { Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { partyQueryKey } from '#renderer/card/card-query.ts';
import { DeleteItem, DotsMenu } from '#renderer/card/DotsMenu.tsx';
import { KeyItem } from '#renderer/card/KeyItem.tsx';
import { PlaceItems } from '#renderer/card/PlaceItems.tsx';
import { copyText } from '#renderer/card/copy-text.ts';
import { EraseDialog } from '#renderer/privacy/EraseDialog.tsx';
import { PrivacyItems } from '#renderer/privacy/PrivacyItems.tsx';
import { useCardText } from '#renderer/card/card-text.ts';
import { heldBy, useMayOn } from '#renderer/people/use-rights.ts';

/** What can be done with the card as a whole. */
export function CardMenu() {
  const t = useText();
  const { party } = useCard();
  const mayDelete = useMayOn()('client', 'delete', heldBy(party)) && party.deletedAt === null;
  const writeCard = useCardText(party);
  const remove = useDeleteCard();
  const [isErasing, setErasing] = useState(false);
  const copy = async () => {
    notifyDone((await copyText(writeCard())) ? 'card.copied.done' : 'card.copied.failed');
  };
  return (
    <>
      <DotsMenu>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void copy()}>
          {t('card.menu.copy')}
        </Menu.Item>
        <KeyItem />
        <PlaceItems />
        {mayDelete && <DeleteItem onDelete={remove} />}
        <PrivacyItems onErase={() => setErasing(true)} />
      </DotsMenu>
      <EraseDialog isOpen={isErasing} onClose={() => setErasing(false)} />
    </>
  );
}

/** Moves the card to the recycle bin, offers to undo it, and goes back to the list. */
function useDeleteCard(): () => void {
  const { party } = useCard();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { id, type, title } = party;
  const onSuccess = async ({ actId }: { readonly actId: string }) => {
    navigate(type === 'contact' ? '/contacts' : '/companies');
    notifyDone('card.deleted.done', { name: title }, { undoActId: actId });
    await queries.invalidateQueries({ queryKey: partyQueryKey(type, id) });
  };
  const contact = useMutation(api.contact.delete.mutationOptions({ onSuccess }));
  const company = useMutation(api.company.delete.mutationOptions({ onSuccess }));
  return () => (type === 'contact' ? contact.mutate({ id }) : company.mutate({ id }));
}
