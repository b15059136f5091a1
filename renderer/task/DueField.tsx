import { ActionIcon, Chip, Group, Input, TextInput, VisuallyHidden } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { writeTypedDate } from '#renderer/date/typed-date.ts';
import { readTypedDue, writeTypedDue } from '#renderer/task/typed-due.ts';
import type { TypedDue } from '#renderer/task/typed-due.ts';
import { useNow } from '#renderer/task/use-now.ts';
import { usePresets } from '#renderer/task/use-presets.ts';
import { useZone } from '#renderer/task/use-zone.ts';

interface DueFieldProps {
  readonly value: TypedDue;
  readonly onChange: (value: TypedDue) => void;
  /** What of it could not be read. */
  readonly error: 'date' | 'time' | null;
}

/** When something is due: a chip, or a date and time typed in any usual way. */
export function DueField({ value, onChange, error }: DueFieldProps) {
  const t = useText();
  const id = useId();
  const locale = useLocale();
  const zone = useZone();
  const now = useNow();
  const read = readTypedDue(value, { locale, timeZone: zone, now });
  const dueAt = read.type === 'due' && !read.allDay ? read.dueAt : null;
  return (
    <div role="group" aria-labelledby={id}>
      <Input.Label component="div" id={id}>
        {t('task.field.due')}
      </Input.Label>
      <DueChips
        dueAt={dueAt}
        onChoose={(at) => onChange(writeTypedDue({ dueAt: at, allDay: false }, { locale, timeZone: zone }))}
      />
      <Group gap="xs" mt={6} align="flex-start">
        <TextInput
          w={170}
          aria-label={t('task.field.date')}
          placeholder={t('task.field.date')}
          title={t('task.dueHint')}
          value={value.date}
          error={error === 'date' ? t('task.unreadable.date', { example: writeTypedDate('2027-03-14', locale) }) : undefined}
          onChange={(event) => onChange({ ...value, date: event.currentTarget.value })}
          rightSection={<PickDate onPick={(date) => onChange({ ...value, date: writeTypedDate(date, locale) })} />}
        />
        <TextInput
          w={96}
          aria-label={t('task.field.time')}
          placeholder={t('task.allDay')}
          value={value.allDay ? '' : value.time}
          error={error === 'time' ? t('task.unreadable.time') : undefined}
          onChange={(event) => onChange({ ...value, time: event.currentTarget.value, allDay: false })}
        />
      </Group>
    </div>
  );
}

interface DueChipsProps {
  /** The moment chosen now. */
  readonly dueAt: number | null;
  readonly onChoose: (at: number) => void;
}

/** The moments that are usual. */
export function DueChips({ dueAt, onChoose }: DueChipsProps) {
  const t = useText();
  const presets = usePresets();
  const chosen = presets.find(({ at }) => at === dueAt)?.code;
  return (
    <Group gap={6}>
      {presets.map(({ code, at }) => (
        <Chip key={code} size="xs" checked={chosen === code} onChange={() => onChoose(at)}>
          {t(`task.preset.${code}`)}
        </Chip>
      ))}
    </Group>
  );
}

/** The browser's own calendar, behind a small button. */
function PickDate({ onPick }: { readonly onPick: (date: string) => void }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label={t('task.field.pickDate')} onClick={() => input.current?.showPicker()}>
        <IconCalendar size={17} aria-hidden />
      </ActionIcon>
      <VisuallyHidden>
        <input
          ref={input}
          type="date"
          tabIndex={-1}
          aria-hidden
          onChange={(event) => {
            if (event.currentTarget.value !== '') onPick(event.currentTarget.value);
          }}
        />
      </VisuallyHidden>
    </>
  );
}
