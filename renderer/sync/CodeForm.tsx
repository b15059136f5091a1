import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/sync/Join.module.css';
import type { CodeGiven } from '#renderer/sync/use-join.ts';

interface CodeFormProps {
  /** The page begins with it: it takes the focus. */
  readonly isFirst: boolean;
  readonly isPending: boolean;
  readonly onSubmit: (given: CodeGiven) => void;
}

/** A code, typed or as the link that has the address too. */
export function CodeForm({ isPending, isFirst, onSubmit }: CodeFormProps) {
  const t = useText();
  const [given, setGiven] = useState<CodeGiven>({ code: '', address: '', computerName: '' });
  const text = (field: keyof CodeGiven) => ({
    label: t(`sync.join.${field}`),
    description: t(`sync.join.${field}Text`),
    autoComplete: 'off',
    value: given[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setGiven((now) => ({ ...now, [field]: value }));
    },
  });
  const isLink = /cartera:/i.test(given.code);
  const isReady = given.code.trim() !== '' && given.computerName.trim() !== '' && (isLink || given.address.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || isPending) return;
    onSubmit({
      code: given.code.trim(),
      address: isLink ? '' : given.address.trim(),
      computerName: given.computerName.trim(),
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          required
          autoFocus={isFirst}
          spellCheck={false}
          maxLength={2000}
          className={classes.code ?? ''}
          {...text('code')}
        />
        {!isLink && <TextInput required spellCheck={false} maxLength={300} {...text('address')} />}
        <TextInput required maxLength={120} {...text('computerName')} />
        <Group justify="flex-end">
          <Button type="submit" size="md" loading={isPending} disabled={!isReady}>
            <Message id="sync.join.go" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
