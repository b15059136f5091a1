import { Title } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/conflict/Conflicts.module.css';
import { ConflictRow } from '#renderer/conflict/ConflictRow.tsx';
import type { RowActs } from '#renderer/conflict/ConflictRow.tsx';
import { groupByRecord } from '#renderer/conflict/group-by-record.ts';
import { lastName } from '#renderer/conflict/last-name.ts';
import { RecordLink } from '#renderer/conflict/RecordLink.tsx';
import { typeLabel } from '#renderer/conflict/record-words.ts';
import type { ConflictView } from '#shared/conflict/contract.ts';

interface ConflictListProps extends RowActs {
  readonly conflicts: readonly ConflictView[];
  readonly activeId: string | null;
  readonly editedId: string | null;
  readonly selected: ReadonlySet<string>;
}

/** The conflicts, those of one record together under its name. */
export function ConflictList({ conflicts, activeId, editedId, selected, ...acts }: ConflictListProps) {
  const t = useText();
  return (
    <div className={classes.groups}>
      {groupByRecord(conflicts).map(([first, ...others]) => (
        <section key={`${first.recordType} ${first.recordId}`} className={classes.group}>
          <Title order={2} size="h5" className={classes.title ?? ''}>
            <span className={classes.type}>{typeLabel(first, t)}</span>
            <RecordLink
              recordType={first.recordType}
              recordId={first.recordId}
              title={first.title}
              partyType={first.partyType}
              lastTitle={lastName(first.lostValue)}
            />
          </Title>
          <ul className={classes.list} aria-label={t('conflict.of', { type: typeLabel(first, t), title: first.title })}>
            {[first, ...others].map((conflict) => (
              <ConflictRow
                key={conflict.id}
                conflict={conflict}
                isActive={conflict.id === activeId}
                isEditing={conflict.id === editedId}
                isSelected={selected.has(conflict.id)}
                {...acts}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
