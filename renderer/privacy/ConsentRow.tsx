import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { usePurposes } from '#renderer/privacy/use-purposes.ts';
import type { Consent } from '#shared/privacy/contract.ts';

interface ConsentRowProps {
  readonly consent: Consent;
  /** What the client said next about the same. */
  readonly next: Consent | undefined;
  /** Whether it was allowed before. */
  readonly isBefore: boolean;
  readonly canEdit: boolean;
  readonly onRemoved: () => void;
  /** Where it holds and can be taken back. */
  readonly onWithdraw?: () => void;
}

/** What a client once said: what no longer holds stays, as proof. */
export function ConsentRow({ consent, next, isBefore, canEdit, onRemoved, onWithdraw }: ConsentRowProps) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = usePurposes();
  const { given, saidOn, source } = consent;
  const name = nameOf(consent.purpose);
  const remove = useMutation({
    mutationFn: () => client.privacy.removeConsent({ id: consent.id }),
    onSuccess: ({ actId }) => {
      onRemoved();
      notifyDone('privacy.consentRemoved', {}, { undoActId: actId });
    },
    onError: notifyError,
  });
  const ended = next && given && !next.given ? t('privacy.until', { date: format.date(next.saidOn) }) : '';
  return (
    <div style={{ opacity: next ? 0.65 : 1 }}>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Badge color={given ? 'teal' : 'red'} variant="light" tt="none">
          {t(given ? 'privacy.given' : isBefore ? 'privacy.takenBack' : 'privacy.withdrawn')}
        </Badge>
        {canEdit && (
          <Group gap={4} wrap="nowrap">
            {onWithdraw && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                aria-label={t('privacy.withdrawNamed', { name })}
                onClick={onWithdraw}
              >
                {t('privacy.withdraw')}
              </Button>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('privacy.removeConsent', { name })}
              title={t('privacy.removeConsent', { name })}
              onClick={() => remove.mutate()}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Group>
        )}
      </Group>
      <Text size="sm">{name}</Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[format.date(saidOn), source, ended].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}
