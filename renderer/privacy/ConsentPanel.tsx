import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconHandStop, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { ConsentForm } from '#renderer/privacy/ConsentForm.tsx';
import { ConsentRow } from '#renderer/privacy/ConsentRow.tsx';
import { useConsents } from '#renderer/privacy/use-consents.ts';
import type { Consent } from '#shared/privacy/contract.ts';

/** What the client allows and forbids, with when and how it was said. */
export function ConsentPanel() {
  const t = useText();
  const { party } = useCard();
  const { consents, current, readAgain } = useConsents(party.id);
  const canEdit = useCan('consent.edit') && party.deletedAt === null;
  /** Whether something is being written down, or which consent is being withdrawn. */
  const [writing, setWriting] = useState<'new' | Consent | null>(null);
  const form = (takenBack: Consent | null) => (
    <ConsentForm partyId={party.id} takenBack={takenBack} onSaved={readAgain} onClose={() => setWriting(null)} />
  );
  return (
    <Paper withBorder px="sm" py="xs" component="section" aria-label={t('privacy.consents')}>
      <Title order={2} size="h5" mb={4}>
        {t('privacy.consents')}
      </Title>
      {consents.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('privacy.noConsents')}
        </Text>
      )}
      <Stack gap={6}>
        {consents.map((consent, index) => (
          <div key={consent.id}>
            <ConsentRow
              consent={consent}
              next={consents.findLast((other, place) => place < index && other.purpose === consent.purpose)}
              isBefore={consents.some((other, place) => place > index && other.purpose === consent.purpose && other.given)}
              canEdit={canEdit}
              onRemoved={readAgain}
              {...(canEdit &&
                consent.given &&
                current.get(consent.purpose)?.id === consent.id && { onWithdraw: () => setWriting(consent) })}
            />
            {typeof writing === 'object' && writing?.id === consent.id && form(consent)}
          </div>
        ))}
      </Stack>
      {canEdit && writing === null && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt={4}
          leftSection={<IconShieldCheck size={14} aria-hidden />}
          onClick={() => setWriting('new')}
        >
          {t('privacy.addConsent')}
        </Button>
      )}
      {writing === 'new' && form(null)}
    </Paper>
  );
}

/** Stands where somebody is called or written to, if the client forbade that. */
export function ForbiddenHint({ partyId }: { readonly partyId: string }) {
  const t = useText();
  const { current } = useConsents(partyId);
  const forbids = (purpose: string) => current.get(purpose)?.given === false;
  if (!forbids('phone') && !forbids('mail')) return null;
  return (
    <Alert color="red" variant="light" py={6} px="sm" mb="sm" icon={<IconHandStop size={18} aria-hidden />}>
      {forbids('phone') && <div>{t('privacy.dontCall')}</div>}
      {forbids('mail') && <div>{t('privacy.dontMail')}</div>}
    </Alert>
  );
}
