import { Button, Center, Loader } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { useText } from '#renderer/app/text.ts';
import { QueryFailed } from '#renderer/card/QueryFailed.tsx';
import { ConflictBar } from '#renderer/conflict/ConflictBar.tsx';
import { ConflictList } from '#renderer/conflict/ConflictList.tsx';
import { groupByRecord } from '#renderer/conflict/group-by-record.ts';
import { useConflictKeys } from '#renderer/conflict/use-conflict-keys.ts';
import { useConflicts } from '#renderer/conflict/use-conflicts.ts';
import type { ConflictsWanted } from '#renderer/conflict/use-conflicts.ts';
import { useResolve } from '#renderer/conflict/use-resolve.ts';
import { useCan } from '#renderer/people/use-me.ts';

/** Conflicts of a state, to be settled one by one or many at once. */
export function Conflicts({ wanted }: { readonly wanted: ConflictsWanted }) {
  const t = useText();
  const conflicts = useConflicts(wanted);
  const canResolve = useCan('conflict.resolve');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [editedId, setEdited] = useState<string | null>(null);
  const resolve = useResolve({ onResolved: (ids) => setSelected((now) => new Set([...now].filter((id) => !ids.includes(id)))) });
  const rows = groupByRecord(conflicts.rows ?? []).flat();
  const canAct = canResolve && wanted.status === 'open';
  const select = (id: string) =>
    setSelected((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  const choose = (id: string, choice: 'keep' | 'take') => {
    if (!resolve.isPending) resolve.mutate({ ids: [id], with: choice });
  };
  const activeId = useConflictKeys({ rows, canAct, choose, edit: setEdited, select });
  if (conflicts.rows === undefined) {
    return conflicts.isError ? (
      <QueryFailed message="conflict.failedToRead" onRetry={() => void conflicts.refetch()} />
    ) : (
      <Center mih={240}>
        <Loader aria-label={t('common.loading')} />
      </Center>
    );
  }
  if (rows.length === 0) {
    const isOpen = wanted.status === 'open';
    return (
      <EmptyState
        icon={<IconArrowsSplit2 size={28} />}
        title={t(isOpen ? 'conflict.empty.open.title' : 'conflict.empty.settled')}
        {...(isOpen && { text: t('conflict.empty.open.text') })}
      />
    );
  }
  return (
    <>
      {canAct && (
        <ConflictBar
          wanted={wanted}
          total={conflicts.total}
          selected={selected}
          isBusy={resolve.isPending}
          select={(ids) => setSelected(new Set(ids))}
          resolve={(choice) => resolve.mutate({ ids: [...selected], with: choice })}
        />
      )}
      <ConflictList
        conflicts={rows}
        activeId={activeId}
        editedId={editedId}
        selected={selected}
        canResolve={canAct}
        isBusy={resolve.isPending}
        choose={choose}
        edit={setEdited}
        select={select}
      />
      {conflicts.hasNextPage && (
        <Button variant="subtle" mx="auto" loading={conflicts.isFetchingNextPage} onClick={() => void conflicts.fetchNextPage()}>
          {t('conflict.showMore')}
        </Button>
      )}
    </>
  );
}
