import { Button, Group, Textarea, TextInput } from '@mantine/core';
import type { FormEvent, KeyboardEvent } from 'react';
import { useState } from 'react';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { useEditConflict } from '#renderer/conflict/use-resolve.ts';
import { readValue, writeValue } from '#renderer/conflict/value-editor.ts';
import type { ValueEditor } from '#renderer/conflict/value-editor.ts';
import { refusedField, errorText } from '#renderer/app/error-text.ts';
import type { ConflictView } from '#shared/conflict/contract.ts';

interface EditValueProps {
  readonly conflict: ConflictView;
  readonly editor: ValueEditor;
  readonly currency: string;
  readonly onClose: () => void;
}

/** A third value, written in place: Enter saves, Esc leaves it. */
export function EditValue({ conflict, editor, currency, onClose }: EditValueProps) {
  const t = useText();
  const { language, country } = useSettings();
  const writing = { locale: `${language}-${country}`, currency };
  const [typed, setTyped] = useState(writeValue(editor, conflict.keptValue, writing));
  const [isUnreadable, setUnreadable] = useState(false);
  const edit = useEditConflict({ onEdited: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = readValue(editor, typed, writing);
    setUnreadable(value === undefined);
    if (value !== undefined && !edit.isPending) edit.mutate({ id: conflict.id, value });
  };
  const isRefused = isUnreadable || refusedField(edit.error) !== null;
  const fault = isRefused ? t('conflict.refusedValue') : edit.error === null ? undefined : t(errorText(edit.error));
  const input = {
    label: t('conflict.edit.label'),
    value: typed,
    error: fault,
    autoFocus: true,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      setTyped(event.currentTarget.value);
      setUnreadable(false);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    },
  };
  return (
    <form onSubmit={submit}>
      {editor === 'longText' ? (
        <Textarea autosize minRows={3} maxRows={12} {...input} />
      ) : (
        <TextInput maw={420} type={editor === 'moment' ? 'datetime-local' : 'text'} {...input} />
      )}
      <Group gap="xs" mt="xs">
        <Button size="compact-md" type="submit" loading={edit.isPending}>
          {t('common.save')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    </form>
  );
}
