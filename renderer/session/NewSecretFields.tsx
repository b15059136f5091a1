import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { longestPassword } from '#shared/session/secret.ts';
import type { SecretKind } from '#shared/session/secret.ts';

export interface NewSecret {
  readonly secret: string;
  readonly again: string;
}
export const emptySecret: NewSecret = { secret: '', again: '' };

/** Whether both were typed alike. */
export function isAgreed({ secret, again }: NewSecret): boolean {
  return secret !== '' && secret === again;
}

interface NewSecretFieldsProps {
  readonly kind: SecretKind;
  /** The fewest characters that will do. */
  readonly shortest: number;
  readonly value: NewSecret;
  readonly onChange: (value: NewSecret) => void;
  /** Whether a dialog begins with it. */
  readonly isFirst?: boolean;
}

/** A new password or PIN, typed twice. */
export function NewSecretFields({ kind, shortest, value, onChange, isFirst = false }: NewSecretFieldsProps) {
  const t = useText();
  const isPin = kind === 'pin';
  const common = { maxLength: longestPassword, autoComplete: 'new-password', inputMode: isPin ? 'numeric' : 'text' } as const;
  // While it is typed a beginning is no mistake; once it is left or entered, it is.
  const [isTyped, setTyped] = useState(false);
  const isBeginning = value.secret.startsWith(value.again) && !isTyped;
  const differs = value.again !== '' && value.secret !== value.again && !isBeginning;
  return (
    <>
      <PasswordInput
        {...common}
        data-autofocus={isFirst || undefined}
        label={t(isPin ? 'session.newPin' : 'session.newPassword')}
        description={t(isPin ? 'session.pinHint' : 'session.passwordHint', { count: shortest })}
        value={value.secret}
        onChange={(event) => onChange({ ...value, secret: event.currentTarget.value })}
      />
      <PasswordInput
        {...common}
        label={t('session.again')}
        error={differs ? t('session.differs') : undefined}
        value={value.again}
        onChange={(event) => {
          setTyped(false);
          onChange({ ...value, again: event.currentTarget.value });
        }}
        onBlur={() => setTyped(true)}
        onKeyDown={({ key }) => key === 'Enter' && setTyped(true)}
      />
    </>
  );
}
