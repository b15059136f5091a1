import { Paper, Stack, Text, Title } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import type { CalendarProps } from '#renderer/calendar/calendar-props.ts';
import { ChipTask } from '#renderer/calendar/ChipTask.tsx';
import classes from '#renderer/task/TaskLine.module.css';
import { TaskLine } from '#renderer/task/TaskLine.tsx';
import { useTimeWords } from '#renderer/task/time-words.ts';

/** The days that have something in them, one under another. */
export function Agenda({ days, byDay, people }: CalendarProps) {
  const words = useTimeWords();
  const filled = days.filter((day) => byDay.has(day));
  if (filled.length === 0) {
    return (
      <Text c="dimmed" ta="center" py="xl">
        <Message id="calendar.empty" />
      </Text>
    );
  }
  return (
    <Stack gap="sm" p="sm">
      {filled.map((day) => {
        const tasks = byDay.get(day) ?? [];
        return (
          <Paper key={day} withBorder component="section" aria-label={words.longDay(day)}>
            <Title order={2} size="h5" px="sm" py={6}>
              {words.longDay(day)}
            </Title>
            <ul className={classes.list}>
              {tasks
                .filter(({ isProjected }) => !isProjected)
                .map((task) => (
                  <TaskLine key={task.id} task={task} when="time" showsPerson={people.length > 1} />
                ))}
            </ul>
            <Stack gap={4} px="sm" pb={tasks.some(({ isProjected }) => isProjected) ? 8 : 0}>
              {tasks
                .filter(({ isProjected }) => isProjected)
                .map((task) => (
                  <ChipTask key={task.id} task={task} people={people} />
                ))}
            </Stack>
          </Paper>
        );
      })}
    </Stack>
  );
}
