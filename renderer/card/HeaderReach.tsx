import { Anchor, Group } from '@mantine/core';
import { IconMail, IconPhone } from '@tabler/icons-react';
import { useCard } from '#renderer/card/card-context.tsx';
import { mailLink } from '#renderer/card/point/links.ts';
import { PhoneView } from '#renderer/card/point/PhoneView.tsx';
import classes from '#renderer/card/HeaderReach.module.css';

/** The first phone and the first email. */
export function HeaderReach() {
  const { party } = useCard();
  const [phone] = party.phones;
  const [email] = party.emails;
  if (phone === undefined && email === undefined) return null;
  return (
    <Group gap="lg" mt={2} className={classes.reach ?? ''}>
      {phone !== undefined && (
        <Group gap={6} wrap="nowrap" component="span" className={classes.item ?? ''}>
          <IconPhone size={16} aria-hidden className={classes.icon} />
          <PhoneView phone={phone} />
        </Group>
      )}
      {email !== undefined && (
        <Group gap={6} wrap="nowrap" component="span" className={classes.item ?? ''}>
          <IconMail size={16} aria-hidden className={classes.icon} />
          <Anchor href={mailLink(email.address)} inherit className={classes.email ?? ''}>
            {email.address}
          </Anchor>
        </Group>
      )}
    </Group>
  );
}
