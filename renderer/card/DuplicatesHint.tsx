import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import type { Party } from '#renderer/card/party.ts';
import { useLinks } from '#renderer/link/link-query.ts';
import type { Link as PartyLink } from '#shared/link/contract.ts';
import type { PartyDuplicate } from '#shared/party/contract.ts';

/** More than these would push the links and files away. */
const mostShown = 3;
/** Cards for which the hint was put away, until the window is closed. */
const putAway = new Set<string>();

/** Others that may be the same, with a way to look at each. */
export function DuplicatesHint() {
  const t = useText();
  const { party, isReadOnly } = useCard();
  const { links } = useLinks(party.id);
  const [isHidden, setHidden] = useState(putAway.has(party.id));
  const { data } = useQuery(
    api.party.findDuplicates.queryOptions({
      input: evidenceOf(party, links ?? []),
      enabled: !isHidden && !isReadOnly && links !== undefined,
    }),
  );
  if (isHidden || isReadOnly || data === undefined || data.length === 0) return null;
  const hide = () => {
    putAway.add(party.id);
    setHidden(true);
  };
  return (
    <Alert
      color="yellow"
      icon={<IconUsers aria-hidden />}
      title={t('card.duplicates.title')}
      withCloseButton
      closeButtonLabel={t('card.duplicates.hide')}
      onClose={hide}
      py="xs"
    >
      <Stack gap={6}>
        {data.slice(0, mostShown).map((duplicate) => (
          <DuplicateLine key={duplicate.party.id} duplicate={duplicate} />
        ))}
      </Stack>
    </Alert>
  );
}

function DuplicateLine({ duplicate: { party, reasons } }: { readonly duplicate: PartyDuplicate }) {
  const t = useText();
  const format = useFormat();
  const [reason] = reasons;
  return (
    <div>
      <Anchor
        component={Link}
        href={`${party.type === 'contact' ? '/contacts' : '/companies'}/${party.id}`}
        size="md"
        c="inherit"
        underline="always"
      >
        {party.title}
      </Anchor>
      {reason !== undefined && (
        <Text size="sm">
          {t(`card.duplicates.${reason.by}`, { value: reason.by === 'phone' ? format.phone(reason.value) : reason.value })}
        </Text>
      )}
    </div>
  );
}

function evidenceOf(party: Party, links: readonly PartyLink[]) {
  return {
    type: party.type,
    name: party.title,
    company: party.type === 'contact' ? (links[0]?.companyTitle ?? '') : '',
    phones: party.phones.map(({ e164, raw }) => e164 ?? raw),
    emails: party.emails.map(({ address }) => address),
    taxId: party.taxId,
    exceptId: party.id,
  };
}
