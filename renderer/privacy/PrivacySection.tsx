import { Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { CountList } from '#renderer/privacy/CountList.tsx';
import { useCertificate } from '#renderer/privacy/use-certificate.ts';
import { usePurposes } from '#renderer/privacy/use-purposes.ts';
import { Section } from '#renderer/settings/Section.tsx';
import type { Purpose } from '#shared/privacy/purposes.ts';

/** What clients are asked to allow, and who was erased. */
export function PrivacySection() {
  return (
    <Section id="privacy" title="privacy.title" text="privacy.text">
      <Purposes />
      <Erasures />
    </Section>
  );
}

function Purposes() {
  const t = useText();
  const queries = useQueryClient();
  const { purposes, nameOf } = usePurposes();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: (next: Purpose[]) => client.privacy.setPurposes({ purposes: next }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.privacy.purposes.key() }),
    onError: notifyError,
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    save.mutate([...purposes, { id: name.trim().slice(0, 64), name: name.trim() }]);
    setName('');
  };
  return (
    <Stack gap={6}>
      <Title order={3} size="h5">
        {t('privacy.purposes')}
      </Title>
      {purposes.map(({ id }) => (
        <Group key={id} gap="xs" justify="space-between" wrap="nowrap">
          <Text>{nameOf(id)}</Text>
          {purposes.length > 1 && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={t('privacy.removePurpose', { name: nameOf(id) })}
              onClick={() => save.mutate(purposes.filter((purpose) => purpose.id !== id))}
            >
              {t('common.delete')}
            </Button>
          )}
        </Group>
      ))}
      <form onSubmit={onSubmit}>
        <Group gap="xs">
          <TextInput
            flex={1}
            maw={360}
            aria-label={t('privacy.newPurpose')}
            placeholder={t('privacy.newPurpose')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="light" disabled={name.trim() === ''} loading={save.isPending}>
            {t('privacy.addPurpose')}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}

function Erasures() {
  const t = useText();
  const format = useFormat();
  const { data: erasures = [] } = useQuery(api.privacy.erasures.queryOptions());
  const print = useCertificate();
  return (
    <Stack gap={6}>
      <Title order={3} size="h5">
        {t('privacy.erasures')}
      </Title>
      {erasures.length === 0 && <Text c="dimmed">{t('privacy.noErasures')}</Text>}
      {erasures.length > 0 && (
        <Table.ScrollContainer minWidth={520}>
          <Table verticalSpacing={6}>
            <Table.Tbody>
              {erasures.map(({ id, at, namedBy, actorName, counts }) => (
                <Table.Tr key={id}>
                  <Table.Td>{format.dateTime(at)}</Table.Td>
                  <Table.Td>{namedBy}</Table.Td>
                  <Table.Td>{actorName}</Table.Td>
                  <Table.Td>
                    <CountList counts={counts} />
                  </Table.Td>
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      leftSection={<IconFileCertificate size={14} aria-hidden />}
                      aria-label={t('privacy.printNamed', { name: namedBy })}
                      onClick={() => print.mutate(id)}
                    >
                      {t('privacy.print')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}
