import { Button, Stack, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { entranceClient } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { NewPassphrase } from '#renderer/entrance/NewPassphrase.tsx';
import { refusalText } from '#renderer/entrance/refusal-text.ts';
import { useShowEntrance } from '#renderer/entrance/use-entrance.ts';

/** Opens by the recovery code, with a new passphrase in place of the lost one. */
export function RecoverForm() {
  const t = useText();
  const show = useShowEntrance();
  const [recoveryCode, setRecoveryCode] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const recover = useMutation({
    mutationFn: (chosen: string) => entranceClient.recover({ recoveryCode, passphrase: chosen }),
    onSuccess: show,
    // Told at the field.
    onError: () => undefined,
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== null && recoveryCode !== '' && !recover.isPending) recover.mutate(passphrase);
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <TextInput
          autoFocus
          autoComplete="off"
          maxLength={60}
          label={t('entrance.code')}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          error={recover.error instanceof ORPCError ? t(refusalText(recover.error)) : undefined}
          value={recoveryCode}
          onChange={(event) => setRecoveryCode(event.currentTarget.value)}
        />
        <NewPassphrase onChange={setPassphrase} />
        <Button type="submit" size="md" loading={recover.isPending} disabled={passphrase === null || recoveryCode === ''}>
          <Message id="entrance.open" />
        </Button>
      </Stack>
    </form>
  );
}
