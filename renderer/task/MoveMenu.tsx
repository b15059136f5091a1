import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarDue } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import { openTask } from '#renderer/task/open-task.ts';
import { useTaskActs } from '#renderer/task/task-acts.ts';
import { useTaskTitle } from '#renderer/task/task-title.ts';
import { useTimeWords } from '#renderer/task/time-words.ts';
import { usePresets } from '#renderer/task/use-presets.ts';
import type { Task } from '#shared/task/contract.ts';

/** Puts a task off with one click. */
export function MoveMenu({ task }: { readonly task: Task }) {
  const t = useText();
  const title = useTaskTitle()(task);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon size={28} variant="subtle" color="gray" aria-label={t('task.moveNamed', { title })} title={t('task.move')}>
          <IconCalendarDue size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Presets task={task} />
        <Menu.Divider />
        <Menu.Item onClick={() => openTask(task)}>{t('task.moveElsewhere')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Presets({ task }: { readonly task: Task }) {
  const t = useText();
  const words = useTimeWords();
  const { move } = useTaskActs();
  return usePresets().map(({ code, at }) => (
    <Menu.Item
      key={code}
      rightSection={<span style={{ color: 'var(--mantine-color-dimmed)' }}>{words.time(at)}</span>}
      onClick={() => move(task, at)}
    >
      {t(`task.preset.${code}`)}
    </Menu.Item>
  ));
}
