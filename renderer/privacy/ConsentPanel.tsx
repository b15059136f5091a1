import { ActionIcon, Alert, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconHandStop, IconShieldCheck, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { ConsentForm } from '#renderer/privacy/ConsentForm.tsx';
import { useConsents } from '#renderer/privacy/use-consents.ts';
import { usePurposes } from '#renderer/privacy/use-purposes.ts';

/** What the client allows and forbids, with when and how it was said. */
export function ConsentPanel() {
  const t = useText();
  const format = useFormat();
  const { party } = useCard();
  const { nameOf } = usePurposes();
  const { consents, current, readAgain } = useConsents(party.id);
  const canEdit = useCan('consent.edit') && party.deletedAt === null;
  const [isAdding, setAdding] = useState(false);
  const remove = useMutation({
    mutationFn: (id: string) => client.privacy.removeConsent({ id }),
    onSuccess: ({ actId }) => {
      readAgain();
      notifyDone('privacy.consentRemoved', {}, { undoActId: actId });
    },
    onError: notifyError,
  });
  const isLatest = new Set([...current.values()].map(({ id }) => id));
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
        {consents.map((consent) => (
          <div key={consent.id} style={{ opacity: isLatest.has(consent.id) ? 1 : 0.65 }}>
            <Group gap="xs" wrap="nowrap" justify="space-between">
              <Badge color={consent.given ? 'teal' : 'red'} variant="light" tt="none">
                {t(consent.given ? 'privacy.given' : 'privacy.withdrawn')}
              </Badge>
              {canEdit && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t('privacy.removeConsent', { name: nameOf(consent.purpose) })}
                  title={t('privacy.removeConsent', { name: nameOf(consent.purpose) })}
                  onClick={() => remove.mutate(consent.id)}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              )}
            </Group>
            <Text size="sm">{nameOf(consent.purpose)}</Text>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {[format.date(consent.saidOn), consent.source].filter(Boolean).join(' · ')}
            </Text>
          </div>
        ))}
      </Stack>
      {canEdit && !isAdding && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt={4}
          leftSection={<IconShieldCheck size={14} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('privacy.addConsent')}
        </Button>
      )}
      {isAdding && <ConsentForm partyId={party.id} onSaved={readAgain} onClose={() => setAdding(false)} />}
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
