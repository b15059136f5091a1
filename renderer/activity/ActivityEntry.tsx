import { ActionIcon, Button, Group, Menu, Paper, Text } from '@mantine/core';
import { IconDotsVertical, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { ActivityEditor } from '#renderer/activity/ActivityEditor.tsx';
import { ActivityIcon } from '#renderer/activity/ActivityIcon.tsx';
import { useCard } from '#renderer/card/card-context.tsx';
import classes from '#renderer/activity/Timeline.module.css';
import type { Activity } from '#shared/activity/contract.ts';

/** Above this, a text is cut until "Show all". */
const longestShown = 700;

/** A note, a call... in the history of a card. */
export function ActivityEntry({ activity }: { readonly activity: Activity }) {
  const format = useFormat();
  const t = useText();
  const { canWrite } = useCard();
  const [isEditing, setEditing] = useState(false);
  return (
    <li className={classes.entry}>
      <span className={classes.icon}>
        <ActivityIcon type={activity.type} />
      </span>
      <Paper withBorder px="sm" py={6} className={classes.body ?? ''}>
        <Group gap={6} justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="sm" className={classes.words ?? ''}>
            <b>{t(`activity.type.${activity.type}`)}</b>
            <Details activity={activity} />
            <Text component="span" inherit c="dimmed" title={format.dateTime(activity.happenedAt)}>
              {` · ${activity.authorName} · ${format.relative(activity.happenedAt)}`}
            </Text>
          </Text>
          {canWrite && !isEditing && <EntryMenu activity={activity} onEdit={() => setEditing(true)} />}
        </Group>
        {isEditing ? (
          <ActivityEditor activity={activity} onClose={() => setEditing(false)} />
        ) : (
          <EntryText text={activity.text} />
        )}
      </Paper>
    </li>
  );
}

function Details({ activity: { type, outcome, direction, duration } }: { readonly activity: Activity }) {
  const t = useText();
  const parts = [
    direction === null ? null : t(type === 'call' ? `activity.direction.${direction}` : `activity.written.${direction}`),
    outcome === null ? null : t(`activity.outcome.${outcome}`),
    duration === null ? null : t('activity.duration', { minutes: Math.max(1, Math.round(duration / 60)) }),
  ].filter((part) => part !== null);
  return parts.map((part) => ` · ${part}`);
}

function EntryText({ text }: { readonly text: string }) {
  const t = useText();
  const [showsAll, setShowsAll] = useState(false);
  if (text === '') return null;
  const isLong = text.length > longestShown + 100;
  return (
    <>
      <Text size="md" className={classes.text ?? ''}>
        {isLong && !showsAll ? `${text.slice(0, longestShown).trimEnd()}…` : text}
      </Text>
      {isLong && (
        <Button size="compact-xs" variant="subtle" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {t(showsAll ? 'card.showLess' : 'card.showAll')}
        </Button>
      )}
    </>
  );
}

function EntryMenu({ activity, onEdit }: { readonly activity: Activity; readonly onEdit: () => void }) {
  const t = useText();
  const what = t(`activity.type.${activity.type}`);
  const remove = useMutation(
    api.activity.delete.mutationOptions({
      onSuccess: ({ actId }) => notifyDone('activity.deleted.done', { what }, { undoActId: actId }),
    }),
  );
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={t('activity.menu', { what })}>
          <IconDotsVertical size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
          {t('common.edit')}
        </Menu.Item>
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => remove.mutate({ id: activity.id })}
        >
          {t('common.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
