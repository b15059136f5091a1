import { Button, Group, Paper, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconBuildingStore, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/branch/Branches.module.css';
import { BranchRow } from '#renderer/branch/BranchRow.tsx';
import type { BranchActs } from '#renderer/branch/BranchRow.tsx';
import { findBranches } from '#renderer/branch/branch-summary.ts';
import type { BranchSummary } from '#renderer/branch/branch-summary.ts';
import { foldText } from '#shared/text/fold-text.ts';

interface BranchListProps extends BranchActs {
  readonly summaries: readonly BranchSummary[];
  readonly onAdd: () => void;
}

/** As many as one takes in at a glance; with more there is a search. */
const few = 8;
const columns = ['branch', 'heard', 'waiting', 'backlog', 'computers', 'state'] as const;
const shownChoices = ['all', 'attention', 'closed'] as const;
type Shown = (typeof shownChoices)[number];

/** Every branch in a line, what needs attention on top. */
export function BranchList({ summaries, onAdd, ...acts }: BranchListProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  if (summaries.length === 1) return <NoBranches onAdd={onAdd} />;
  const counts = Object.fromEntries(shownChoices.map((one) => [one, chosen(summaries, one).length])) as Record<Shown, number>;
  const rows = findBranches(chosen(summaries, shown), typed, foldText);
  return (
    <>
      {(summaries.length > few || counts.closed > 0) && (
        <Group justify="space-between" gap="xs">
          <TextInput
            type="search"
            w={300}
            aria-label={t('branch.find')}
            placeholder={t('branch.find')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <SegmentedControl
            aria-label={t('branch.shown')}
            data={shownChoices.map((value) => ({ value, label: t(`branch.shown.${value}`, { count: counts[value] }) }))}
            value={shown}
            onChange={(value) => setShown(value as Shown)}
          />
        </Group>
      )}
      {rows.length === 0 ? (
        <Text role="status" c="dimmed" ta="center" py="xl">
          <Message id="branch.noneFound" />
        </Text>
      ) : (
        <Paper withBorder className={classes.frame ?? ''}>
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col" className={isNumber(column) ? (classes.number ?? '') : undefined}>
                    {t(`branch.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            {rows.map((summary) => (
              <BranchRow key={summary.branch?.id ?? ''} summary={summary} isOnly={rows.length <= 2} {...acts} />
            ))}
          </table>
        </Paper>
      )}
    </>
  );
}

function isNumber(column: (typeof columns)[number]): boolean {
  return column === 'waiting' || column === 'backlog' || column === 'computers';
}

function chosen(summaries: readonly BranchSummary[], shown: Shown): readonly BranchSummary[] {
  return summaries.filter(({ branch, concerns }) => {
    const isClosed = branch !== null && branch.archivedAt !== null;
    if (shown === 'closed') return isClosed;
    return (!isClosed || concerns.length > 0) && (shown === 'all' || concerns.length > 0);
  });
}

function NoBranches({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <EmptyState
      icon={<IconBuildingStore size={30} />}
      title={<Message id="branch.none" />}
      text={<Message id="branch.none.text" />}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
          <Message id="branch.addFirst" />
        </Button>
      }
    />
  );
}
