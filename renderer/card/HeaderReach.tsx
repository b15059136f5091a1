import { ActionIcon, Anchor, Group } from '@mantine/core';
import { IconHeadset, IconMail, IconPhone } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import { openCall } from '#renderer/call/open-call.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { mailLink } from '#renderer/card/point/links.ts';
import { PhoneView } from '#renderer/card/point/PhoneView.tsx';
import classes from '#renderer/card/HeaderReach.module.css';

/** The first phone and the first email. */
export function HeaderReach() {
  const t = useText();
  const { party, canWrite } = useCard();
  const [phone] = party.phones;
  const [email] = party.emails;
  if (phone === undefined && email === undefined) return null;
  return (
    <Group gap="lg" mt={2} className={classes.reach ?? ''}>
      {phone !== undefined && (
        <Group gap={6} wrap="nowrap" component="span" className={classes.item ?? ''}>
          <IconPhone size={16} aria-hidden className={classes.icon} />
          <PhoneView phone={phone} />
          {canWrite && (
            <ActionIcon
              size={24}
              variant="light"
              aria-label={t('call.open')}
              title={t('call.open')}
              onClick={() =>
                openCall({ partyId: party.id, partyType: party.type, ...(phone.e164 === null ? {} : { phone: phone.e164 }) })
              }
            >
              <IconHeadset size={16} aria-hidden />
            </ActionIcon>
          )}
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
