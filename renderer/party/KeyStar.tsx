import { IconStarFilled } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';

/** Marks a key client. */
export function KeyStar() {
  const t = useText();
  const label = t('party.field.isKey');
  return (
    <span role="img" aria-label={label} title={label} style={{ display: 'inline-flex', flex: 'none' }}>
      <IconStarFilled size={16} color="var(--mantine-color-yellow-6)" aria-hidden />
    </span>
  );
}
