import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useCan, useMe } from '#renderer/people/use-me.ts';
import { useWorkingPeople } from '#renderer/people/use-people.ts';
import { DayHead } from '#renderer/task/DayHead.tsx';
import type { DayView } from '#renderer/task/DayHead.tsx';
import { DayTasks } from '#renderer/task/DayTasks.tsx';
import { TeamWorkload } from '#renderer/task/TeamWorkload.tsx';
import type { WorkloadBy } from '#renderer/task/TeamWorkload.tsx';
import { useNow } from '#renderer/task/use-now.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import { dateAt } from '#shared/time/zone.ts';

/** What somebody has to do on a day; whoever may see everybody's chooses whose, or sees the whole team. */
export function DayPage() {
  const me = useMe();
  const canSeeAll = useCan('task.seeAll');
  const isTeam = useWorkingPeople().length > 1 && canSeeAll;
  const today = dateAt(useNow(), useZone());
  const [view, setView] = useState<DayView>('day');
  const [by, setBy] = useState<WorkloadBy>('days');
  const [person, setPerson] = useState<string | null>(null);
  const [chosenDay, setDay] = useState<string | null>(null);
  const day = chosenDay ?? today;
  const userId = isTeam ? (person ?? me?.id) : undefined;
  const head = {
    view,
    onView: setView,
    step: view === 'team' && by === 'days' ? ('week' as const) : ('day' as const),
    isTeam,
    userId: userId ?? me?.id ?? null,
    onPerson: setPerson,
    day,
    today,
    onDay: (next: string) => setDay(next === today ? null : next),
  };
  const showDay = (of: string, on: string) => {
    setPerson(of);
    head.onDay(on);
    setView('day');
  };
  return (
    <Stack maw={1080} mx="auto" px="lg" py="md" gap="sm">
      <DayHead {...head} />
      {view === 'team' && isTeam ? (
        <TeamWorkload day={day} by={by} onBy={setBy} onChoose={showDay} />
      ) : (
        <DayTasks userId={userId} day={day} isToday={day === today} isMine={userId === undefined || userId === me?.id} />
      )}
    </Stack>
  );
}
