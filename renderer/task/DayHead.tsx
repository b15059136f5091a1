import { ActionIcon, Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { PersonSelect } from '#renderer/people/PersonSelect.tsx';
import { useTimeWords } from '#renderer/task/time-words.ts';
import { addDays } from '#shared/time/zone.ts';

export type DayView = 'day' | 'team';

interface DayHeadProps {
  readonly view: DayView;
  readonly onView: (view: DayView) => void;
  /** How far the arrows go. */
  readonly step: 'day' | 'week';
  /** Whether others' days may be seen. */
  readonly isTeam: boolean;
  readonly userId: string | null;
  readonly onPerson: (id: string | null) => void;
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
}

/** Which day, whose, and whether one's or everybody's. */
export function DayHead({ view, onView, step, isTeam, userId, onPerson, day, today, onDay }: DayHeadProps) {
  const t = useText();
  const words = useTimeWords();
  const days = step === 'week' ? 7 : 1;
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Title order={1} size="h2">
          <Message id="nav.day" />
        </Title>
        <Text c="dimmed" component="div">
          {words.longDay(day)}
        </Text>
      </div>
      <Group gap="xs">
        {isTeam && view === 'day' && <PersonSelect w={210} aria-label={t('day.whose')} value={userId} onChange={onPerson} />}
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            variant="default"
            size={34}
            aria-label={t(step === 'week' ? 'team.weekBefore' : 'day.before')}
            onClick={() => onDay(addDays(day, -days))}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" h={34} px="sm" disabled={day === today} onClick={() => onDay(today)}>
            <Message id="day.today" />
          </Button>
          <ActionIcon
            variant="default"
            size={34}
            aria-label={t(step === 'week' ? 'team.weekAfter' : 'day.after')}
            onClick={() => onDay(addDays(day, days))}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
        {isTeam && (
          <SegmentedControl
            aria-label={t('day.view')}
            data={(['day', 'team'] as const).map((one) => ({ value: one, label: t(`day.view.${one}`) }))}
            value={view}
            onChange={(one) => onView(one as DayView)}
          />
        )}
      </Group>
    </Group>
  );
}
