import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { DateField } from '#renderer/date/TypedField.tsx';
import { useText } from '#renderer/app/text.ts';
import { auditKinds } from '#shared/audit/kinds.ts';
import type { AuditKind } from '#shared/audit/kinds.ts';

export interface ShownFilter {
  readonly kind: string | null;
  readonly userId: string | null;
  /** ISO dates in the time of this computer; empty is no bound. */
  readonly from: string;
  readonly until: string;
  readonly text: string;
}

export const emptyFilter: ShownFilter = { kind: null, userId: null, from: '', until: '', text: '' };

/** What can't be read as a day stays as it was typed, and bounds nothing. */
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The filter as the core is asked for it: days are those of this computer. */
export function toInput({ kind, userId, from, until, text }: ShownFilter) {
  const start = (day: string, add: number) => {
    const date = new Date(`${day}T00:00`);
    date.setDate(date.getDate() + add);
    return date.getTime();
  };
  return {
    kinds: kind === null ? [] : [kind as AuditKind],
    text,
    ...(userId !== null && { userId }),
    ...(isDay(from) && { from: start(from, 0) }),
    ...(isDay(until) && { until: start(until, 1) }),
  };
}

interface AuditFilterBarProps {
  readonly filter: ShownFilter;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (filter: ShownFilter) => void;
}

export function AuditFilterBar({ filter, people, onChange }: AuditFilterBarProps) {
  const t = useText();
  const set = (changes: Partial<ShownFilter>) => onChange({ ...filter, ...changes });
  return (
    <Group gap="xs" align="flex-end">
      <Select
        w={190}
        label={t('audit.column.kind')}
        placeholder={t('audit.allKinds')}
        data={auditKinds.map((kind) => ({ value: kind, label: t(`audit.kind.${kind}`) }))}
        value={filter.kind}
        onChange={(kind) => set({ kind })}
        clearable
        searchable
      />
      <Select
        w={200}
        label={t('audit.column.who')}
        placeholder={t('audit.everybody')}
        data={people.map(({ id, name }) => ({ value: id, label: name || t('people.role.owner') }))}
        value={filter.userId}
        onChange={(userId) => set({ userId })}
        clearable
      />
      <DateField isPast w={150} label={t('audit.from')} value={filter.from} onChange={(from) => set({ from })} />
      <DateField isPast w={150} label={t('audit.until')} value={filter.until} onChange={(until) => set({ until })} />
      <TextInput
        flex={1}
        miw={140}
        label={t('audit.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
    </Group>
  );
}
