import { Button, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconBuilding, IconChevronDown, IconServer } from '@tabler/icons-react';
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
import { usualPort } from '#shared/sync/office-protocol.ts';

/** Makes this computer head office: its name, and for who needs it, the port. */
export function StartForm({ onElsewhere }: { readonly onElsewhere: () => void }) {
  const t = useText();
  const { shopName } = useSettings();
  const [name, setName] = useState(shopName);
  const [port, setPort] = useState<number | string>(usualPort);
  const [isMore, setMore] = useState(false);
  const readAgain = useReadAgain();
  const start = useMutation({
    mutationFn: () => client.branch.startHub({ companyName: name.trim(), port: Number(port) || usualPort }),
    onSuccess: readAgain,
    onError: (error) => {
      const trouble = startTrouble(error);
      if (trouble === null) notifyError(error);
      // The way out is to choose another.
      else if (trouble === 'portTaken') setMore(true);
    },
  });
  const trouble = startTrouble(start.error);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !start.isPending) start.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm" maw={640}>
        <Title order={2} size="h4">
          <Message id="branch.start" />
        </Title>
        <Text c="dimmed">
          <Message id="branch.start.text" />
        </Text>
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <TextInput
            required
            maxLength={120}
            autoComplete="organization"
            style={{ flex: 1 }}
            label={t('branch.start.name')}
            description={t('branch.start.nameText')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {isMore && (
            <NumberInput
              w={220}
              label={t('branch.start.port')}
              description={t('branch.start.portText')}
              min={1}
              max={65_535}
              allowDecimal={false}
              hideControls
              value={port}
              onChange={setPort}
            />
          )}
        </Group>
        {trouble !== null && <TroubleAlert trouble={trouble} />}
        <Group>
          <Button
            type="submit"
            size="md"
            leftSection={<IconBuilding size={18} aria-hidden />}
            loading={start.isPending}
            disabled={name.trim() === ''}
          >
            <Message id="branch.start.button" />
          </Button>
          <Button
            variant="subtle"
            color="gray"
            aria-expanded={isMore}
            rightSection={<IconChevronDown size={16} aria-hidden />}
            onClick={() => setMore(!isMore)}
          >
            <Message id="branch.start.more" />
          </Button>
          {isMore && (
            <Button variant="subtle" color="gray" leftSection={<IconServer size={16} aria-hidden />} onClick={onElsewhere}>
              <Message id="branch.elsewhere" />
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
