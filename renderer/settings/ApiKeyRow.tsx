import { Button, Group, Paper, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import type { ApiKey } from '#shared/settings/contract.ts';
import { scopesWithin } from '#shared/settings/key-scopes.ts';

interface ApiKeyRowProps {
  readonly apiKey: ApiKey;
  readonly onDeleted: () => void;
}

/** A key in use. Revoking asks once more, because a program stops working and the same key never comes back. */
export function ApiKeyRow({ apiKey, onDeleted }: ApiKeyRowProps) {
  const t = useText();
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const { id, name, userId, createdAt, scopes, expiresAt, lastUsedAt } = apiKey;
  const isExpired = expiresAt !== null && expiresAt <= Date.now();
  const nameOf = usePersonName();
  const named = scopesWithin(scopes ?? []).map((scope) => t(`settings.scope.${scope}`));
  const doing = scopes === null ? t('settings.keyAll') : named.join(', ') || t('settings.keyNarrowed');
  const revoke = useMutation({
    mutationFn: () => client.settings.deleteApiKey({ id }),
    onSuccess: () => {
      notifyDone('settings.keyRevoked', { name });
      onDeleted();
    },
  });
  return (
    <Paper withBorder px="sm" py={6}>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={500}>{name}</Text>
          <Text size="sm" c="dimmed">
            {isAsking ? (
              <Message id="settings.revokeAsk" />
            ) : (
              [
                t('settings.madeOn', { date: format.date(createdAt) }),
                userId === null ? t('people.role.owner') : nameOf(userId),
                doing,
                isExpired
                  ? t('settings.keyExpired')
                  : expiresAt === null
                    ? ''
                    : t('settings.keyExpires', { date: format.date(expiresAt) }),
                lastUsedAt === null ? '' : t('settings.keyUsed', { time: format.dateTime(lastUsedAt) }),
              ]
                .filter(Boolean)
                .join(' · ')
            )}
          </Text>
        </div>
        {isAsking ? (
          <Group gap="xs" wrap="nowrap" flex="none">
            <Button size="compact-md" variant="default" onClick={() => setAsking(false)}>
              <Message id="common.cancel" />
            </Button>
            <Button size="compact-md" color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>
              <Message id="settings.revoke" />
            </Button>
          </Group>
        ) : (
          <Button
            size="compact-md"
            variant="default"
            flex="none"
            aria-label={t('settings.revokeNamed', { name })}
            onClick={() => setAsking(true)}
          >
            <Message id="settings.revoke" />
          </Button>
        )}
      </Group>
    </Paper>
  );
}
