import { PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { shortestPassphrase } from '#shared/entrance/contract.ts';

interface NewPassphraseProps {
  /** Null until it is long enough and typed twice alike. */
  readonly onChange: (passphrase: string | null) => void;
}

/** A passphrase chosen and typed twice. */
export function NewPassphrase({ onChange }: NewPassphraseProps) {
  const t = useText();
  const [typed, setTyped] = useState({ passphrase: '', again: '' });
  const { passphrase, again } = typed;
  const change = (next: typeof typed) => {
    setTyped(next);
    onChange(next.passphrase.length >= shortestPassphrase && next.passphrase === next.again ? next.passphrase : null);
  };
  const common = {
    required: true,
    maxLength: 1024,
    autoComplete: 'new-password',
    visibilityToggleButtonProps: { 'aria-label': t('entrance.showPassphrase') },
  };
  return (
    <Stack gap="sm">
      <PasswordInput
        {...common}
        data-autofocus
        label={t('entrance.newPassphrase')}
        description={t('entrance.atLeast', { count: shortestPassphrase })}
        value={passphrase}
        onChange={(event) => change({ ...typed, passphrase: event.currentTarget.value })}
      />
      <PasswordInput
        {...common}
        label={t('entrance.again')}
        error={again.length >= passphrase.length && again !== passphrase ? t('entrance.differ') : undefined}
        value={again}
        onChange={(event) => change({ ...typed, again: event.currentTarget.value })}
      />
    </Stack>
  );
}
