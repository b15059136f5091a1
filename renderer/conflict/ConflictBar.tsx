import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/conflict/Conflicts.module.css';
import { idsOfConflicts, mostSettled } from '#renderer/conflict/use-conflicts.ts';
import type { ConflictsWanted } from '#renderer/conflict/use-conflicts.ts';

interface ConflictBarProps {
  readonly wanted: ConflictsWanted;
  readonly total: number;
  readonly selected: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly select: (ids: readonly string[]) => void;
  readonly resolve: (choice: 'keep' | 'take') => void;
}

/** What can be done with many at once, each time as one act that can be undone. */
export function ConflictBar({ wanted, total, selected, isBusy, select, resolve }: ConflictBarProps) {
  const t = useText();
  const format = useFormat();
  const all = useMutation({ mutationFn: () => idsOfConflicts(wanted), onSuccess: select });
  const count = Math.min(total, mostSettled);
  const isAny = selected.size > 0;
  return (
    <div role="group" aria-label={t('conflict.bulk')} className={classes.bulk}>
      <Text fw={600} role="status">
        {isAny && t('conflict.selected', { count: selected.size })}
      </Text>
      {count > 1 && selected.size < count && (
        <Button variant="subtle" size="compact-md" loading={all.isPending} onClick={() => all.mutate()}>
          {t('conflict.selectAll', { count: format.number(count) })}
        </Button>
      )}
      {isAny && (
        <>
          <Button size="compact-md" variant="light" loading={isBusy} onClick={() => resolve('keep')}>
            {t('conflict.keepAll')}
          </Button>
          <Button size="compact-md" variant="default" loading={isBusy} onClick={() => resolve('take')}>
            {t('conflict.takeAll')}
          </Button>
          <Button size="compact-md" variant="subtle" color="gray" onClick={() => select([])}>
            {t('conflict.unselect')}
          </Button>
        </>
      )}
    </div>
  );
}
