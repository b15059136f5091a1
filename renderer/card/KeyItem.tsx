import { Menu } from '@mantine/core';
import { IconStar, IconStarOff } from '@tabler/icons-react';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { useCan } from '#renderer/people/use-me.ts';

/** Marks the card as a key client's, or takes the mark away; nothing for whom that isn't to say. */
export function KeyItem() {
  const t = useText();
  const { party, save, isReadOnly } = useCard();
  const canMark = useCan('party.markKey');
  if (isReadOnly || !canMark) return null;
  const toggle = async () => {
    const result = await save({ isKey: !party.isKey });
    if (result.type === 'refused') notifyError(result.error);
  };
  return (
    <Menu.Item
      leftSection={party.isKey ? <IconStarOff size={16} aria-hidden /> : <IconStar size={16} aria-hidden />}
      onClick={() => void toggle()}
    >
      {t(party.isKey ? 'card.unmarkKey' : 'card.markKey')}
    </Menu.Item>
  );
}
