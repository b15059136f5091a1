import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconServer } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyError } from '#renderer/app/notify.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { startTrouble } from '#renderer/branch/trouble.ts';
import { TroubleAlert } from '#renderer/branch/TroubleAlert.tsx';
import { useReadAgain } from '#renderer/branch/use-branches.ts';
import { exampleAddress } from '#shared/sync/office-protocol.ts';

/** Makes this the first computer of a head office that runs on a server, with the address and key that it showed at its start. */
export function ElsewhereForm({ onBack }: { readonly onBack: () => void }) {
  const t = useText();
  const { shopName } = useSettings();
  const [draft, setDraft] = useState({ companyName: shopName, address: '', key: '' });
  const readAgain = useReadAgain();
  const join = useMutation({
    mutationFn: () => client.branch.useOtherHub(draft),
    onSuccess: readAgain,
    onError: (error) => {
      if (startTrouble(error) === null) notifyError(error);
    },
  });
  const trouble = startTrouble(join.error);
  const isReady = Object.values(draft).every((value) => value.trim() !== '');
  const field = (name: keyof typeof draft) => ({
    required: true,
    autoComplete: 'off',
    value: draft[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !join.isPending) join.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm" maw={640}>
        <Title order={2} size="h4">
          <Message id="branch.elsewhere" />
        </Title>
        <Text c="dimmed">
          <Message id="branch.elsewhere.text" />
        </Text>
        <TextInput maxLength={120} label={t('branch.start.name')} {...field('companyName')} />
        <Group align="flex-start" grow>
          <TextInput
            autoFocus
            maxLength={300}
            label={t('branch.code.address')}
            placeholder={exampleAddress}
            {...field('address')}
          />
          <TextInput maxLength={300} label={t('branch.elsewhere.key')} {...field('key')} />
        </Group>
        {trouble !== null && <TroubleAlert trouble={trouble} />}
        <Group>
          <Button
            type="submit"
            size="md"
            leftSection={<IconServer size={18} aria-hidden />}
            loading={join.isPending}
            disabled={!isReady}
          >
            <Message id="branch.elsewhere.button" />
          </Button>
          <Button variant="subtle" color="gray" onClick={onBack}>
            <Message id="common.back" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
