import { Alert, Anchor, Button, PasswordInput, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { entranceClient } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { RecoverForm } from '#renderer/entrance/RecoverForm.tsx';
import { refusalText } from '#renderer/entrance/refusal-text.ts';
import { useShowEntrance } from '#renderer/entrance/use-entrance.ts';
import type { EntranceState } from '#shared/entrance/contract.ts';

type Locked = Extract<EntranceState, { readonly type: 'locked' }>;

/** Asks for what opens encrypted data. */
export function LockedPage({ state: { hasPassphrase, keychainRefused } }: { readonly state: Locked }) {
  const [isLost, setLost] = useState(!hasPassphrase);
  return (
    <Stack>
      <ThemeIcon size={48} radius="xl" variant="light" aria-hidden>
        <IconLock />
      </ThemeIcon>
      <div>
        <Title order={1} size="h3">
          <Message id={isLost ? 'entrance.recover.title' : 'entrance.locked.title'} />
        </Title>
        <Text c="dimmed">
          <Message id={isLost ? 'entrance.recover.text' : 'entrance.locked.text'} />
        </Text>
      </div>
      {keychainRefused && <KeychainRefused />}
      {isLost ? <RecoverForm /> : <PassphraseForm />}
      {hasPassphrase && (
        <Anchor component="button" type="button" ta="left" onClick={() => setLost(!isLost)}>
          <Message id={isLost ? 'entrance.back' : 'entrance.lost'} />
        </Anchor>
      )}
    </Stack>
  );
}

function PassphraseForm() {
  const t = useText();
  const show = useShowEntrance();
  const [passphrase, setPassphrase] = useState('');
  const unlock = useMutation({
    mutationFn: () => entranceClient.unlock({ passphrase }),
    onSuccess: show,
    // Told at the field.
    onError: () => undefined,
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '' && !unlock.isPending) unlock.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <PasswordInput
          autoFocus
          size="md"
          maxLength={1024}
          autoComplete="current-password"
          label={t('entrance.passphrase')}
          visibilityToggleButtonProps={{ 'aria-label': t('entrance.showPassphrase') }}
          error={unlock.isError ? t(refusalText(unlock.error)) : undefined}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={unlock.isPending} disabled={passphrase === ''}>
          <Message id="entrance.open" />
        </Button>
      </Stack>
    </form>
  );
}

function KeychainRefused() {
  const show = useShowEntrance();
  const retry = useMutation({ mutationFn: () => entranceClient.retry(), onSuccess: show });
  return (
    <Alert color="yellow">
      <Stack gap="xs" align="flex-start">
        <Message id="entrance.keychainRefused" />
        <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
          <Message id="common.retry" />
        </Button>
      </Stack>
    </Alert>
  );
}
