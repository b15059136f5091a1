import { Badge, Button, Paper, SegmentedControl, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import { hoursShown, shareOf, workingMinutes } from '#renderer/task/load.ts';
import { useTimeWords } from '#renderer/task/time-words.ts';
import classes from '#renderer/task/TeamWorkload.module.css';
import { addDays, weekdayOf } from '#shared/time/zone.ts';

type PersonLoad = Awaited<ReturnType<typeof client.task.workload>>['people'][number];

export type WorkloadBy = 'days' | 'hours';

interface TeamWorkloadProps {
  readonly day: string;
  readonly by: WorkloadBy;
  readonly onBy: (by: WorkloadBy) => void;
  /** Shows one person's day. */
  readonly onChoose: (userId: string, day: string) => void;
}

/** Who has how much to do: by days of a week, or by hours of a day. */
export function TeamWorkload({ day, by, onBy, onChoose }: TeamWorkloadProps) {
  const t = useText();
  const monday = addDays(day, 1 - weekdayOf(day));
  const span = by === 'days' ? { from: monday, to: addDays(monday, 6) } : { from: day, to: day };
  const { data, isError, refetch } = useQuery(
    api.task.workload.queryOptions({ input: span, placeholderData: keepPreviousData, refetchInterval: 60_000 }),
  );
  if (isError) {
    return (
      <Text role="alert">
        <Message id="task.notRead" />{' '}
        <Button size="compact-md" variant="light" onClick={() => void refetch()}>
          <Message id="common.retry" />
        </Button>
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      <SegmentedControl
        style={{ alignSelf: 'flex-start' }}
        aria-label={t('team.by')}
        data={(['days', 'hours'] as const).map((one) => ({ value: one, label: t(`team.by.${one}`) }))}
        value={by}
        onChange={(one) => onBy(one as WorkloadBy)}
      />
      {data === undefined ? (
        <Skeleton height={200} />
      ) : (
        <Paper withBorder className={classes.frame ?? ''}>
          {by === 'days' ? (
            <ByDays people={data.people} onChoose={onChoose} chosen={day} />
          ) : (
            <ByHours people={data.people} day={day} onChoose={onChoose} />
          )}
        </Paper>
      )}
      <Text size="sm" c="dimmed">
        <Message id="team.legend" />
      </Text>
    </Stack>
  );
}

interface TableProps {
  readonly people: readonly PersonLoad[];
  readonly onChoose: TeamWorkloadProps['onChoose'];
}

function ByDays({ people, onChoose, chosen }: TableProps & { readonly chosen: string }) {
  const t = useText();
  const locale = useLocale();
  const words = useTimeWords();
  const { workingHours } = useSettings();
  const dayName = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
  const full = workingMinutes(workingHours);
  const lateText = (count: number) => `${t('team.overdue')}: ${String(count)}`;
  return (
    <table className={`${classes.table ?? ''} ${classes.days ?? ''}`}>
      <thead>
        <tr>
          <th scope="col">{t('team.person')}</th>
          {(people[0]?.days ?? []).map(({ day }) => (
            <th key={day} scope="col" data-chosen={day === chosen || undefined}>
              {dayName.format(new Date(`${day}T00:00:00Z`))}
            </th>
          ))}
          <th scope="col">{t('team.overdue')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.userId}>
            <PersonHead person={person} />
            {person.days.map((load) => {
              const hours = hoursText(load.plannedMinutes, locale);
              const tasks = load.open + load.done;
              return (
                <td key={load.day}>
                  <UnstyledButton
                    className={classes.cell}
                    style={loadStyle(load.plannedMinutes, full)}
                    aria-label={[
                      t('team.cell', { name: person.name, when: words.longDay(load.day), tasks, hours }),
                      ...(load.overdue > 0 ? [lateText(load.overdue)] : []),
                    ].join('. ')}
                    onClick={() => onChoose(person.userId, load.day)}
                  >
                    {tasks > 0 && (
                      <>
                        <b>{t('team.tasks', { count: tasks })}</b>
                        {load.plannedMinutes > 0 && <span>{hours}</span>}
                        {load.overdue > 0 && (
                          <span className={classes.late} title={lateText(load.overdue)}>
                            <IconAlertTriangle size={13} aria-hidden /> {load.overdue}
                          </span>
                        )}
                      </>
                    )}
                  </UnstyledButton>
                </td>
              );
            })}
            <OverdueCell count={person.overdue} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ByHours({ people, day, onChoose }: TableProps & { readonly day: string }) {
  const t = useText();
  const brief = new Intl.NumberFormat(useLocale(), { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  const { workingHours } = useSettings();
  const hours = hoursShown(
    workingHours,
    people.flatMap((person) => person.days.map((load) => load.hours)),
  );
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('team.person')}</th>
          {hours.map((hour) => (
            <th key={hour} scope="col">{`${String(hour).padStart(2, '0')}:00`}</th>
          ))}
          <th scope="col">{t('team.overdue')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.userId}>
            <PersonHead person={person} onChoose={() => onChoose(person.userId, day)} />
            {hours.map((hour) => {
              const minutes = Math.round(person.days[0]?.hours[hour] ?? 0);
              return (
                <td key={hour}>
                  <div className={classes.cell} style={loadStyle(minutes, 60)}>
                    {minutes > 0 && <b>{brief.format(minutes)}</b>}
                  </div>
                </td>
              );
            })}
            <OverdueCell count={person.overdue} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PersonHead({ person, onChoose }: { readonly person: PersonLoad; readonly onChoose?: () => void }) {
  const name = usePersonName()(person.userId);
  return (
    <th scope="row">
      {onChoose === undefined ? (
        name
      ) : (
        <UnstyledButton className={classes.name} onClick={onChoose}>
          {name}
        </UnstyledButton>
      )}
    </th>
  );
}

function OverdueCell({ count }: { readonly count: number }) {
  return (
    <td className={classes.overdue}>
      {count > 0 && (
        <Badge color="red" variant="light">
          {count}
        </Badge>
      )}
    </td>
  );
}

function hoursText(minutes: number, locale: string): string {
  const hours = Math.round(minutes / 6) / 10;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'short' }).format(hours);
}

function loadStyle(minutes: number, full: number) {
  const share = shareOf(minutes, full);
  if (minutes === 0) return {};
  const colour = share > 100 ? 'var(--mantine-color-orange-5)' : 'var(--mantine-color-teal-5)';
  return { background: `color-mix(in srgb, ${colour} ${String(Math.min(55, 10 + share * 0.45))}%, transparent)` };
}
