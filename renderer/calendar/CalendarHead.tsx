import { ActionIcon, Button, Group, Menu, SegmentedControl, Title } from '@mantine/core';
import { IconCalendarShare, IconChevronLeft, IconChevronRight, IconDownload, IconLink } from '@tabler/icons-react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyError } from '#renderer/app/notify.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import { useText } from '#renderer/app/text.ts';
import { CalendarPeople } from '#renderer/calendar/CalendarPeople.tsx';
import { calendarViews, stepDay } from '#renderer/calendar/calendar-range.ts';
import type { CalendarView } from '#renderer/calendar/calendar-range.ts';
import { useLocale } from '#renderer/date/locale.ts';

interface CalendarHeadProps {
  readonly view: CalendarView;
  readonly onView: (view: CalendarView) => void;
  readonly days: readonly string[];
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
  /** Null where only one's own may be seen. */
  readonly people: readonly string[] | null;
  readonly onPeople: (people: readonly string[]) => void;
  readonly onFollow: () => void;
}

/** Which days, how, and whose. */
export function CalendarHead({ view, onView, days, day, today, onDay, people, onPeople, onFollow }: CalendarHeadProps) {
  const t = useText();
  return (
    <Group justify="space-between" gap="xs" px="md" pt="sm" pb="xs">
      <Group gap="xs" wrap="nowrap">
        <Group gap={2} wrap="nowrap">
          <ActionIcon variant="default" size={34} aria-label={t('calendar.before')} onClick={() => onDay(stepDay(view, day, -1))}>
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" h={34} px="sm" disabled={day === today} onClick={() => onDay(today)}>
            <Message id="calendar.today" />
          </Button>
          <ActionIcon variant="default" size={34} aria-label={t('calendar.after')} onClick={() => onDay(stepDay(view, day, 1))}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
        <Title order={1} size="h3">
          <RangeTitle view={view} days={days} day={day} />
        </Title>
      </Group>
      <Group gap="xs">
        {people !== null && <CalendarPeople people={people} onPeople={onPeople} />}
        <SegmentedControl
          aria-label={t('calendar.view')}
          data={calendarViews.map((one) => ({ value: one, label: t(`calendar.view.${one}`) }))}
          value={view}
          onChange={(one) => onView(one as CalendarView)}
        />
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="default" size={34} aria-label={t('calendar.share')} title={t('calendar.share')}>
              <IconCalendarShare size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={() => void exportFile()}>
              {t('calendar.export')}
            </Menu.Item>
            <Menu.Item leftSection={<IconLink size={16} aria-hidden />} onClick={onFollow}>
              {t('calendar.follow')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </Group>
  );
}

function RangeTitle({ view, days, day }: Pick<CalendarHeadProps, 'view' | 'days' | 'day'>) {
  const locale = useLocale();
  const at = (date: string) => new Date(`${date}T00:00:00Z`);
  if (view === 'month') {
    const name = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at(day));
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  }
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const [first = day, last = first] = [days[0], days.at(-1)];
  return first === last ? format.format(at(first)) : format.formatRange(at(first), at(last));
}

async function exportFile(): Promise<void> {
  try {
    saveFile(await client.task.exportCalendar({}), 'cartera.ics');
  } catch (error) {
    notifyError(error);
  }
}
