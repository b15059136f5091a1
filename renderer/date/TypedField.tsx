import { ActionIcon, TextInput, VisuallyHidden } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { isoToday } from '#renderer/date/today.ts';
import { readTypedDateTime, readTypedDay, writeTypedDateTime } from '#renderer/date/typed-date-time.ts';
import { writeTypedDate } from '#renderer/date/typed-date.ts';

interface TypedFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'rightSection' | 'ref'> {
  /** ISO text, "2026-11-25" or "2026-11-25T09:30"; empty for none; what can't be read stays as typed. */
  readonly value: string;
  /** Is told ISO text as soon as it can be read, and before that what was typed. */
  readonly onChange: (value: string) => void;
}

interface DateFieldProps extends TypedFieldProps {
  /** A day without a year is the last such day, not the next. */
  readonly isPast?: boolean;
}

/** A day, typed as people of the country do, or chosen in a calendar. */
export function DateField(props: DateFieldProps) {
  return <TypedField {...props} isMoment={false} />;
}

/** A day and a time of day, in one field. */
export function MomentField(props: TypedFieldProps) {
  return <TypedField {...props} isMoment />;
}

const usualTime = '09:00';
const exampleDay = '2027-03-14';

function TypedField(props: DateFieldProps & { readonly isMoment: boolean }) {
  const { value, onChange, isMoment, isPast = false, error, onBlur, ...rest } = props;
  const t = useText();
  const { read, write } = useReading({ isMoment, isPast });
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(() => write(value));
  const [told, setTold] = useState(value);
  const [isLeft, setLeft] = useState(false);
  if (value !== told) {
    setTold(value);
    setTyped(write(value));
  }
  const isUnreadable = typed.trim() !== '' && read(typed) === null;
  const hint = t(isMoment ? 'date.unreadable.moment' : 'date.unreadable', {
    example: write(isMoment ? `${exampleDay}T${usualTime}` : exampleDay),
  });
  // A form isn't sent with what can't be read, which would be lost.
  useEffect(() => input.current?.setCustomValidity(isUnreadable ? hint : ''), [isUnreadable, hint]);
  const change = (text: string) => {
    setTyped(text);
    const next = text.trim() === '' ? '' : (read(text) ?? text);
    setTold(next);
    onChange(next);
  };
  return (
    <TextInput
      {...rest}
      ref={input}
      autoComplete="off"
      value={typed}
      error={isUnreadable && isLeft ? hint : error}
      onChange={(event) => {
        setLeft(false);
        change(event.currentTarget.value);
      }}
      onBlur={(event) => {
        setLeft(true);
        if (!isUnreadable) setTyped(write(value));
        onBlur?.(event);
      }}
      rightSection={
        rest.readOnly === true ? undefined : (
          <PickDay
            day={value.slice(0, 10)}
            onPick={(day) => change(write(isMoment ? `${day}T${/T(.*)/.exec(value)?.[1] ?? usualTime}` : day))}
          />
        )
      }
    />
  );
}

interface Reading {
  readonly read: (typed: string) => string | null;
  readonly write: (iso: string) => string;
}

function useReading({ isMoment, isPast }: { readonly isMoment: boolean; readonly isPast: boolean }): Reading {
  const locale = useLocale();
  const options = { locale, today: isoToday(), isPast };
  return isMoment
    ? {
        read: (typed) => readTypedDateTime(typed, options),
        write: (iso) => (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(iso) ? writeTypedDateTime(iso, locale) : iso),
      }
    : {
        read: (typed) => readTypedDay(typed, options),
        write: (iso) => (/^\d{4}-\d\d-\d\d$/.test(iso) ? writeTypedDate(iso, locale) : iso),
      };
}

interface PickDayProps {
  readonly day: string;
  readonly onPick: (day: string) => void;
}

/** The browser's own calendar, behind a small button. */
function PickDay({ day, onPick }: PickDayProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        tabIndex={-1}
        aria-label={t('date.pick')}
        title={t('date.pick')}
        onClick={() => input.current?.showPicker()}
      >
        <IconCalendar size={17} aria-hidden />
      </ActionIcon>
      <VisuallyHidden>
        <input
          ref={input}
          type="date"
          tabIndex={-1}
          aria-hidden
          value={/^\d{4}-\d\d-\d\d$/.test(day) ? day : ''}
          onChange={(event) => {
            if (event.currentTarget.value !== '') onPick(event.currentTarget.value);
          }}
        />
      </VisuallyHidden>
    </>
  );
}
