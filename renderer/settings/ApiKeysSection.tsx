import { Alert, Anchor, Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { PersonSelect } from '#renderer/people/PersonSelect.tsx';
import { useWorkingPeople } from '#renderer/people/use-people.ts';
import { ApiKeyRow } from '#renderer/settings/ApiKeyRow.tsx';
import { CopyableText } from '#renderer/settings/CopyableText.tsx';
import { Section } from '#renderer/settings/Section.tsx';
import { keyScopeNames, permissionsOfScopes } from '#shared/settings/key-scopes.ts';
import type { KeyScope } from '#shared/settings/key-scopes.ts';

const dayLong = 24 * 60 * 60_000;
/** Days that a key can be made for. */
const lifetimes = [1, 30, 90, 365] as const;

/** Keys by which other programs may read and write; each is shown once. */
export function ApiKeysSection() {
  const t = useText();
  const { apiAddress } = useSettings();
  const [name, setName] = useState('');
  const [userId, setUserId] = useState<string | null>(null);
  const [scopes, setScopes] = useState<readonly KeyScope[]>([]);
  const [days, setDays] = useState<string | null>(null);
  const isTeam = useWorkingPeople().length > 1;
  const keys = useQuery(api.settings.listApiKeys.queryOptions());
  const create = useMutation({
    mutationFn: () =>
      client.settings.createApiKey({
        name: name.trim(),
        userId,
        scopes: permissionsOfScopes(scopes),
        expiresAt: days === null ? null : Date.now() + Number(days) * dayLong,
      }),
    onSuccess: () => {
      // What one program may, and in whose name, is no guess for the next.
      setName('');
      setUserId(null);
      setScopes([]);
      setDays(null);
      void keys.refetch();
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') create.mutate();
  };
  return (
    <Section id="programs" title="settings.programs" text="settings.programsText">
      {apiAddress === null ? (
        <Text c="dimmed">
          <Message id="settings.programsOff" />
        </Text>
      ) : (
        <Group gap="xs">
          <Message id="settings.address" />
          <CopyableText text={apiAddress} />
          <Anchor href={`${apiAddress}/openapi.json`} target="_blank" rel="noreferrer">
            <Message id="settings.openapi" />
          </Anchor>
        </Group>
      )}
      {create.data !== undefined && (
        <Alert color="teal" icon={<IconKey />} title={<Message id="settings.keyMade" values={{ name: create.data.name }} />}>
          <Stack gap="xs">
            <Message id="settings.keyOnce" />
            <CopyableText text={create.data.key} />
          </Stack>
        </Alert>
      )}
      {keys.data !== undefined && keys.data.length > 0 && (
        <Stack gap={4}>
          {keys.data.map((key) => (
            <ApiKeyRow key={key.id} apiKey={key} onDeleted={() => void keys.refetch()} />
          ))}
        </Stack>
      )}
      <form onSubmit={onSubmit}>
        <Group align="flex-end">
          <TextInput
            flex={1}
            label={t('settings.keyName')}
            placeholder={t('settings.keyNameExample')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {isTeam && (
            <PersonSelect
              label={t('people.keyFor')}
              placeholder={t('people.role.owner')}
              clearable
              value={userId}
              onChange={setUserId}
            />
          )}
          <Select
            w={190}
            label={t('settings.keyUntil')}
            placeholder={t('settings.keyForever')}
            clearable
            data={lifetimes.map((count) => ({ value: String(count), label: t('settings.keyDays', { days: count }) }))}
            value={days}
            onChange={setDays}
          />
          <MultiSelect
            flex="1 1 100%"
            label={t('settings.keyScopes')}
            placeholder={scopes.length === 0 ? t('settings.keyAll') : ''}
            clearable
            data={keyScopeNames.map((value) => ({ value, label: t(`settings.scope.${value}`) }))}
            value={[...scopes]}
            onChange={(chosen) => setScopes(chosen as KeyScope[])}
          />
          <Button type="submit" variant="light" loading={create.isPending} disabled={name.trim() === ''}>
            <Message id="settings.makeKey" />
          </Button>
        </Group>
      </form>
    </Section>
  );
}
