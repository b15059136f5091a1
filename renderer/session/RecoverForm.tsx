import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { emptySecret, isAgreed, NewSecretFields } from '#renderer/session/NewSecretFields.tsx';
import { RecoveryCode } from '#renderer/session/RecoveryCode.tsx';
import { SecretTroubleText } from '#renderer/session/SecretTroubleText.tsx';
import { holdSession } from '#renderer/session/session-state.ts';
import { shortestPassword } from '#shared/session/secret.ts';

/** The owner's way in with the code that was kept on paper: a new password, and a new code. */
export function RecoverForm({ onCancel }: { readonly onCancel: () => void }) {
  const t = useText();
  const [code, setCode] = useState('');
  const [secret, setSecret] = useState(emptySecret);
  const recover = useMutation({
    mutationFn: () => client.session.recover({ code, kind: 'password', secret: secret.secret }),
    onError: () => undefined,
  });
  const { data } = recover;
  if (data !== undefined) return <RecoveryCode code={data.recoveryCode} onDone={() => holdSession(data.session)} />;
  const isReady = code.trim() !== '' && isAgreed(secret);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) recover.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm" w={400}>
        <Text>
          <Message id="session.recoverText" />
        </Text>
        <TextInput
          autoFocus
          autoComplete="off"
          label={t('session.code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <NewSecretFields kind="password" shortest={shortestPassword} value={secret} onChange={setSecret} />
        <SecretTroubleText error={recover.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={recover.isPending} disabled={!isReady}>
            <Message id="common.save" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
