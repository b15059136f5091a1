import { Button, Center, Loader, Text, VisuallyHidden } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useStored } from '#renderer/app/use-stored.ts';
import { Agenda } from '#renderer/calendar/Agenda.tsx';
import { CalendarHead } from '#renderer/calendar/CalendarHead.tsx';
import classes from '#renderer/calendar/CalendarPage.module.css';
import { PeopleColours } from '#renderer/calendar/CalendarPeople.tsx';
import { daysOfView, spanOfDays } from '#renderer/calendar/calendar-range.ts';
import type { CalendarView } from '#renderer/calendar/calendar-range.ts';
import { FollowDialog } from '#renderer/calendar/FollowDialog.tsx';
import { MonthGrid } from '#renderer/calendar/MonthGrid.tsx';
import { tasksByDay } from '#renderer/calendar/place-tasks.ts';
import type { CalendarTask } from '#renderer/calendar/place-tasks.ts';
import { TimeGrid } from '#renderer/calendar/TimeGrid.tsx';
import { useCalendar } from '#renderer/calendar/use-calendar.ts';
import { useKeyMoves } from '#renderer/calendar/use-key-moves.ts';
import { useCan, useMe } from '#renderer/people/use-me.ts';
import { useWorkingPeople } from '#renderer/people/use-people.ts';
import { useNow } from '#renderer/task/use-now.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import { dateAt, timeZoneOf } from '#shared/time/zone.ts';

const nothingYet: readonly CalendarTask[] = [];

/** Tasks in a calendar: by day, week, month, or as a list. */
export function CalendarPage() {
  const t = useText();
  const me = useMe();
  const zone = useZone();
  const canSeeAll = useCan('task.seeAll');
  const canEdit = useCan('task.edit');
  const isTeam = useWorkingPeople().length > 1 && canSeeAll;
  const today = dateAt(useNow(), zone);
  const [view, setView] = useStored<CalendarView>('cartera.calendarView', 'week');
  const [chosenDay, setDay] = useState<string | null>(null);
  const [people, setPeople] = useState<readonly string[]>([]);
  const [isFollowing, setFollowing] = useState(false);
  const day = chosenDay ?? today;
  const days = useMemo(() => daysOfView(view, day), [view, day]);
  const { tasks, isError, retry, change, save } = useCalendar({ ...spanOfDays(days, zone), userIds: isTeam ? people : [] });
  const moves = useKeyMoves({ tasks: tasks ?? nothingYet, days, save, onDay: setDay });
  const byDay = useMemo(() => tasksByDay(moves.shown, zone), [moves.shown, zone]);
  const shownPeople = people.length > 0 ? people : me === undefined ? [] : [me.id];
  const showDay = (next: string) => {
    setDay(next);
    setView('day');
  };
  const shown = { days, day, byDay, people: shownPeople, canEdit, change, step: moves.step, onDay: showDay };
  return (
    <div className={classes.page}>
      <CalendarHead
        view={view}
        onView={setView}
        days={days}
        day={day}
        today={today}
        onDay={setDay}
        people={isTeam ? people : null}
        onPeople={setPeople}
        onFollow={() => setFollowing(true)}
      />
      <PeopleColours people={people} />
      {zone !== timeZoneOf('') && (
        <Text size="sm" c="dimmed" px="md" pb={4}>
          {t('calendar.zoneNote', { zone: zone.replaceAll('_', ' ') })}
        </Text>
      )}
      <div className={classes.body}>
        {isError && tasks === undefined && (
          <Center p="xl" role="alert">
            <Message id="calendar.notRead" />
            <Button ms="sm" size="compact-md" variant="light" onClick={retry}>
              <Message id="common.retry" />
            </Button>
          </Center>
        )}
        {tasks === undefined && !isError && (
          <Center p="xl">
            <Loader aria-label={t('common.loading')} />
          </Center>
        )}
        {tasks !== undefined && <View view={view} shown={shown} />}
      </div>
      <VisuallyHidden role="status">{moves.said}</VisuallyHidden>
      <FollowDialog isOpen={isFollowing} onClose={() => setFollowing(false)} />
    </div>
  );
}

function View({ view, shown }: { readonly view: CalendarView; readonly shown: Parameters<typeof Agenda>[0] }) {
  if (view === 'agenda') return <Agenda {...shown} />;
  return view === 'month' ? <MonthGrid {...shown} /> : <TimeGrid key={view} {...shown} />;
}
