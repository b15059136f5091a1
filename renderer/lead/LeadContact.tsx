import { Anchor, Group, Text } from '@mantine/core';
import { IconMail, IconPhone, IconUserCheck, IconUserPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { openCall } from '#renderer/call/open-call.ts';
import { useCallLink } from '#renderer/call/use-call-link.ts';
import { mailLink } from '#renderer/card/point/links.ts';
import { partyPath } from '#renderer/party/party-path.ts';
import type { Lead } from '#shared/lead/contract.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';

/** Who asks: the card, and what there is to answer by. */
export function LeadContact({ lead }: { readonly lead: Lead }) {
  return (
    <Group gap="xs">
      <Card lead={lead} />
      {lead.phones.map((phone) => (
        <PhoneLink key={phone} phone={phone} lead={lead} />
      ))}
      {lead.emails.map((email) => (
        <Anchor key={email} href={mailLink(email)}>
          <IconMail size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {email}
        </Anchor>
      ))}
    </Group>
  );
}

function Card({ lead }: { readonly lead: Lead }) {
  const t = useText();
  const { partyId, partyType, partyTitle, hasNewParty } = lead;
  if (partyId === null || partyType === null) return null;
  const Icon = hasNewParty ? IconUserPlus : IconUserCheck;
  return (
    <Anchor component={Link} href={partyPath({ type: partyType, id: partyId })} fw={hasNewParty ? 400 : 600}>
      <Icon size={15} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
      {t(hasNewParty ? 'lead.newContactNamed' : 'lead.knownNamed', { name: partyTitle })}
    </Anchor>
  );
}

/** Opens the card of a call where it is known whose number it is; else whatever makes calls. */
function PhoneLink({ phone, lead }: { readonly phone: string; readonly lead: Lead }) {
  const format = useFormat();
  const callLink = useCallLink();
  const { country } = useSettings();
  const { e164 } = normalisePhone(phone, country);
  const shown = e164 === null ? phone : format.phone(e164);
  const { partyId, partyType } = lead;
  const call = partyId === null || partyType === null ? undefined : () => openCall({ partyId, partyType, phone: e164 ?? phone });
  const words = (
    <Text component="span" inherit style={{ whiteSpace: 'nowrap' }}>
      <IconPhone size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {shown}
    </Text>
  );
  if (call === undefined) return <Anchor href={callLink(e164 ?? phone)}>{words}</Anchor>;
  return (
    <Anchor component="button" type="button" onClick={call}>
      {words}
    </Anchor>
  );
}
