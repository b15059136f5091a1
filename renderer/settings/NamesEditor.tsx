import { ActionIcon, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useText } from '#renderer/app/text.ts';

export interface NamedItem {
  readonly id: string;
  readonly name: string;
}
/** One that is there already keeps its id; a new one has none. */
export interface NamedInput {
  readonly id?: string;
  readonly name: string;
}

interface NamesEditorProps {
  readonly items: readonly NamedItem[];
  /** What one of them is, for screen readers and for the field that adds one. */
  readonly label: string;
  readonly addLabel: string;
  readonly isSaving: boolean;
  readonly maxLength: number;
  /** Said beside the name of one. */
  readonly noteOf?: (id: string) => string;
  /** Beside the name of a new one: what else has to be chosen for it. */
  readonly beside?: ReactNode;
  /** All of them in their new order. */
  readonly onSave: (items: readonly NamedInput[]) => void;
}

/** A short list of names: renamed in place, moved up and down, added and taken away. */
export function NamesEditor(props: NamesEditorProps) {
  const { items, label, addLabel, isSaving, maxLength, noteOf, beside, onSave } = props;
  const t = useText();
  const [added, setAdded] = useState('');
  const swap = (index: number, step: -1 | 1) => {
    const next = [...items];
    const [item] = next.splice(index, 1);
    if (item !== undefined) next.splice(index + step, 0, item);
    onSave(next);
  };
  const add = () => {
    if (added.trim() === '') return;
    onSave([...items, { name: added.trim() }]);
    setAdded('');
  };
  return (
    <>
      <Stack gap={4} component="ul" p={0} m={0}>
        {items.map((item, index) => (
          <Paper key={item.id} component="li" withBorder px="sm" py={4} style={{ listStyle: 'none' }}>
            <Group gap={2} wrap="nowrap">
              <NameInput
                label={label}
                name={item.name}
                maxLength={maxLength}
                onSave={(name) => onSave(items.map((one) => (one.id === item.id ? { ...one, name } : one)))}
              />
              {noteOf !== undefined && (
                <Text size="sm" c="dimmed" mr="xs">
                  {noteOf(item.id)}
                </Text>
              )}
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={index === 0 || isSaving}
                aria-label={t('settings.moveUp', { label: item.name })}
                onClick={() => swap(index, -1)}
              >
                <IconArrowUp size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={index === items.length - 1 || isSaving}
                aria-label={t('settings.moveDown', { label: item.name })}
                onClick={() => swap(index, 1)}
              >
                <IconArrowDown size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={isSaving}
                aria-label={t('settings.deleteField', { label: item.name })}
                onClick={() => onSave(items.filter(({ id }) => id !== item.id))}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
          </Paper>
        ))}
      </Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Group gap="xs">
          <TextInput
            flex={1}
            aria-label={addLabel}
            placeholder={addLabel}
            maxLength={maxLength}
            value={added}
            onChange={(event) => setAdded(event.currentTarget.value)}
          />
          {beside}
          <Button type="submit" variant="light" leftSection={<IconPlus size={16} aria-hidden />} disabled={added.trim() === ''}>
            {t('common.add')}
          </Button>
        </Group>
      </form>
    </>
  );
}

interface NameInputProps {
  readonly label: string;
  readonly name: string;
  readonly maxLength: number;
  readonly onSave: (name: string) => void;
}

function NameInput({ label, name, maxLength, onSave }: NameInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed !== null && typed.trim() !== '' && typed.trim() !== name) onSave(typed.trim());
    setTyped(null);
  };
  return (
    <TextInput
      flex={1}
      variant="unstyled"
      aria-label={`${label}: ${name}`}
      maxLength={maxLength}
      value={typed ?? name}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        else if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
