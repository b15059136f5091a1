import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { PinPad } from '#renderer/session/PinPad.tsx';
import { SecretTroubleText } from '#renderer/session/SecretTroubleText.tsx';
import { secretTrouble } from '#renderer/session/secret-fault.ts';
import { useWait } from '#renderer/session/use-wait.ts';
import { longestPassword, longestPin } from '#shared/session/secret.ts';

interface SecretEntryProps {
  readonly kind: 'password' | 'pin';
  /** Whose it is. */
  readonly name: string;
  /** Tries it; rejects when it isn't right. */
  readonly onEnter: (secret: string) => Promise<unknown>;
  /** A dialog gives the focus itself: taken before a closing menu has given it back, it would be lost to the menu. */
  readonly isInDialog?: boolean;
}

/** Asks for a password or PIN, by keyboard or, for a PIN, by the pad. */
export function SecretEntry({ kind, name, onEnter, isInDialog = false }: SecretEntryProps) {
  const t = useText();
  const [secret, setSecret] = useState('');
  const enter = useMutation({ mutationFn: onEnter, onError: () => setSecret('') });
  const trouble = enter.isError ? secretTrouble(enter.error) : null;
  const wait = useWait(trouble?.retryAt ?? null);
  const isPin = kind === 'pin';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (secret !== '' && wait === 0 && !enter.isPending) enter.mutate(secret);
  };
  const change = (next: string) => setSecret(isPin ? next.replace(/\D/g, '').slice(0, longestPin) : next);
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm" w={280} mx="auto">
        {/* So that a keeper of passwords knows whose it is. */}
        <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
        <PasswordInput
          data-autofocus
          autoFocus={!isInDialog}
          size="md"
          label={t(isPin ? 'session.pin' : 'session.password')}
          autoComplete="current-password"
          maxLength={longestPassword}
          inputMode={isPin ? 'numeric' : 'text'}
          value={secret}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <SecretTroubleText error={enter.error} />
        {isPin && <PinPad onDigit={(digit) => change(secret + digit)} onBack={() => change(secret.slice(0, -1))} />}
        <Button type="submit" size="md" loading={enter.isPending} disabled={secret === '' || wait > 0}>
          <Message id="session.enter" />
        </Button>
      </Stack>
    </form>
  );
}
