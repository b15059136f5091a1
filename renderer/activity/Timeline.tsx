import { Button, Group, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Fragment, useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { ActivityEntry } from '#renderer/activity/ActivityEntry.tsx';
import { ChangeEntry } from '#renderer/activity/ChangeEntry.tsx';
import { useTimeline } from '#renderer/activity/timeline-query.ts';
import type { TimelineFilter } from '#renderer/activity/timeline-query.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { QueryFailed } from '#renderer/card/QueryFailed.tsx';
import classes from '#renderer/activity/Timeline.module.css';
import { activityTypes } from '#shared/activity/contract.ts';
import type { Change } from '#shared/history/contract.ts';

export type RenderChange = (change: Change, isUndoable: boolean) => ReactNode;

interface TimelineProps {
  /** Only what was about this deal of the party. */
  readonly dealId?: string;
  readonly renderChange?: RenderChange;
}

/** All that was said, done and changed, newest first. */
export function Timeline({ dealId, renderChange }: TimelineProps) {
  const t = useText();
  const { party } = useCard();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const timeline = useTimeline({ partyId: party.id, dealId }, filter);
  const showChange =
    renderChange ?? ((change: Change, isUndoable: boolean) => <ChangeEntry change={change} isUndoable={isUndoable} />);
  return (
    <>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Title order={2} size="h5">
          {t('activity.timeline')}
        </Title>
        <FilterSelect value={filter} onChange={setFilter} />
      </Group>
      {timeline.isError && <QueryFailed message="activity.failed" onRetry={timeline.retry} />}
      {timeline.entries === undefined && !timeline.isError && <Skeleton height={90} />}
      {timeline.entries?.length === 0 && !timeline.hasMore && (
        <Text c="dimmed" size="md" py="md">
          {t(filter === 'all' ? 'activity.none' : 'activity.noneOfType')}
        </Text>
      )}
      <ol className={classes.timeline}>
        {timeline.entries?.map((entry, index) =>
          entry.type === 'activity' ? (
            <ActivityEntry key={entry.activity.id} activity={entry.activity} />
          ) : (
            <Fragment key={`${entry.change.actId}-${index}`}>
              {showChange(entry.change, entry.change === timeline.lastChange)}
            </Fragment>
          ),
        )}
      </ol>
      {timeline.hasMore && (
        <Stack align="center" mt="sm">
          <Button variant="light" loading={timeline.isReadingMore} onClick={timeline.readMore}>
            {t('activity.more')}
          </Button>
        </Stack>
      )}
    </>
  );
}

interface FilterSelectProps {
  readonly value: TimelineFilter;
  readonly onChange: (filter: TimelineFilter) => void;
}

function FilterSelect({ value, onChange }: FilterSelectProps) {
  const t = useText();
  const choices = [
    { value: 'all' as const, label: t('activity.filter.all') },
    ...activityTypes.map((type) => ({ value: type, label: t(`activity.types.${type}`) })),
    { value: 'changes' as const, label: t('activity.filter.changes') },
  ];
  return (
    <Select<TimelineFilter>
      aria-label={t('activity.filter')}
      size="xs"
      w={150}
      allowDeselect={false}
      data={choices}
      value={value}
      onChange={(next) => onChange(next ?? 'all')}
    />
  );
}
