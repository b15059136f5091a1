import { Badge, Button, Group, Text, ThemeIcon } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBolt,
  IconBriefcase,
  IconBuilding,
  IconCash,
  IconChecklist,
  IconArrowsSplit2,
  IconBuildingStore,
  IconClock,
  IconRefresh,
  IconFileImport,
  IconEraser,
  IconFileText,
  IconInbox,
  IconLayoutKanban,
  IconNotes,
  IconPackage,
  IconPaperclip,
  IconPencil,
  IconPhone,
  IconPlus,
  IconRestore,
  IconSettings,
  IconSparkles,
  IconTrash,
  IconTrashX,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useCan } from '#renderer/people/use-me.ts';
import type { Act } from '#shared/history/contract.ts';
import styles from './HistoryPage.module.css';

const iconOfKind = {
  create: IconPlus,
  update: IconPencil,
  delete: IconTrash,
  restore: IconRestore,
  purge: IconTrashX,
  changeMany: IconUsersGroup,
  activity: IconNotes,
  link: IconBuilding,
  file: IconPaperclip,
  import: IconFileImport,
  importArchive: IconFileImport,
  demo: IconSparkles,
  undo: IconArrowBackUp,
  settings: IconSettings,
  people: IconUsers,
  deal: IconBriefcase,
  pipeline: IconLayoutKanban,
  product: IconPackage,
  lead: IconInbox,
  task: IconChecklist,
  automation: IconBolt,
  document: IconFileText,
  payment: IconCash,
  call: IconPhone,
  clock: IconClock,
  branch: IconBuildingStore,
  conflict: IconArrowsSplit2,
  erase: IconEraser,
  sync: IconRefresh,
} as const satisfies Record<Act['kind'], unknown>;

interface ActLineProps {
  readonly act: Act;
  readonly isPending: boolean;
  readonly onUndo: (actId: string) => void;
}

/** What somebody did, when, to how many, and the way back. */
export function ActLine({ act, isPending, onUndo }: ActLineProps) {
  const t = useText();
  const format = useFormat();
  const mayUndo = useCan('history.undo');
  const Icon = iconOfKind[act.kind];
  const what = t(`history.kind.${act.kind}`);
  return (
    <li className={styles.line}>
      <ThemeIcon variant="light" size={34} radius="xl" color={act.undoneBy === null ? 'teal' : 'gray'} aria-hidden>
        <Icon size={18} />
      </ThemeIcon>
      <div className={styles.what}>
        <Text fw={600} truncate td={act.undoneBy === null ? undefined : 'line-through'}>
          {what}
          {act.subject !== '' && <Text component="span" fw={400}>{`: ${act.subject}`}</Text>}
        </Text>
        <Text size="sm" c="dimmed" component="div">
          <Group gap="md">
            <time dateTime={new Date(act.at).toISOString()} title={format.dateTime(act.at)}>
              {format.relative(act.at)}
            </time>
            <span>{act.actorName}</span>
            {act.records > 0 && act.kind !== 'settings' && (
              <span>
                <Message id="history.records" values={{ count: act.records }} />
              </span>
            )}
          </Group>
        </Text>
      </div>
      {act.undoneBy !== null ? (
        <Badge variant="default" size="lg" tt="none" fw={500}>
          <Message id="history.wasUndone" />
        </Badge>
      ) : act.canUndo && mayUndo ? (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          loading={isPending}
          aria-label={t('history.undoOne', { what: act.subject === '' ? what : `${what}: ${act.subject}` })}
          onClick={() => onUndo(act.id)}
        >
          <Message id="common.undo" />
        </Button>
      ) : null}
    </li>
  );
}
