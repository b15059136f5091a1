import { Anchor, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { BackupPreview, BackupSecret } from '#shared/backup/contract.ts';

interface SecretFieldsProps {
  readonly asks: NonNullable<BackupPreview['asks']>;
  /** Undefined until something is typed. */
  readonly onChange: (secret: BackupSecret) => void;
  readonly onSubmit: () => void;
}

/** Asks for what opened the data when a backup was made. */
export function SecretFields({ asks, onChange, onSubmit }: SecretFieldsProps) {
  const t = useText();
  const [isCode, setCode] = useState(asks === 'recoveryCode');
  const [text, setText] = useState('');
  const change = (typed: string, asCode: boolean) => {
    setText(typed);
    onChange(typed === '' ? undefined : asCode ? { recoveryCode: typed } : { passphrase: typed });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const turn = () => {
    setCode(!isCode);
    change('', !isCode);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Text>
          <Message id="backup.secret.text" />
        </Text>
        {isCode ? (
          <TextInput
            autoComplete="off"
            maxLength={200}
            label={t('entrance.code')}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            value={text}
            onChange={(event) => change(event.currentTarget.value, true)}
          />
        ) : (
          <PasswordInput
            maxLength={1024}
            autoComplete="off"
            label={t('entrance.passphrase')}
            visibilityToggleButtonProps={{ 'aria-label': t('entrance.showPassphrase') }}
            value={text}
            onChange={(event) => change(event.currentTarget.value, false)}
          />
        )}
        {asks === 'passphrase' && (
          <Anchor component="button" type="button" ta="left" size="sm" onClick={turn}>
            <Message id={isCode ? 'backup.secret.usePassphrase' : 'backup.secret.useCode'} />
          </Anchor>
        )}
      </Stack>
    </form>
  );
}
