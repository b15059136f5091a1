import { Button, Checkbox, Kbd, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/conflict/Conflicts.module.css';
import { ConflictSide } from '#renderer/conflict/ConflictSide.tsx';
import { EditValue } from '#renderer/conflict/EditValue.tsx';
import { openTaskRecord, pageOfRecord } from '#renderer/conflict/open-record.ts';
import { fieldLabel } from '#renderer/conflict/record-words.ts';
import { useRecordCurrency } from '#renderer/conflict/use-record-currency.ts';
import { editorOf } from '#renderer/conflict/value-editor.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import type { ConflictView } from '#shared/conflict/contract.ts';

export interface RowActs {
  readonly canResolve: boolean;
  readonly isBusy: boolean;
  readonly choose: (id: string, choice: 'keep' | 'take') => void;
  readonly edit: (id: string | null) => void;
  readonly select: (id: string) => void;
}

interface ConflictRowProps extends RowActs {
  readonly conflict: ConflictView;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isEditing: boolean;
}

/** One field that two wrote: both values side by side, and how it may be settled. */
export function ConflictRow(props: ConflictRowProps) {
  const { conflict, isActive, isSelected, isEditing, canResolve, isBusy, choose, edit, select } = props;
  const { id, recordType, recordId, field, keptValue, lostValue, isCurrent } = conflict;
  const t = useText();
  const customFields = useCustomFields();
  const currency = useRecordCurrency(conflict);
  const isRemoval = field === '';
  const label = isRemoval ? t('conflict.removed.field') : fieldLabel({ recordType, field }, { t, customFields });
  const isOpen = conflict.status === 'open';
  const canAct = canResolve && isOpen;
  const editor = isRemoval ? null : editorOf({ recordType, field }, customFields);
  const value = { recordType, field, currency };
  return (
    <li className={classes.row} data-conflict={id} data-active={isActive || undefined} tabIndex={-1}>
      <div className={classes.head}>
        {canAct && (
          <Checkbox
            size="sm"
            aria-label={t('conflict.select', { what: `${conflict.title} ${label}` })}
            checked={isSelected}
            onChange={() => select(id)}
          />
        )}
        <Text component="h3" fw={600} m={0} fz="md">
          {label}
        </Text>
        <Settled conflict={conflict} />
        {canAct && !isEditing && !isRemoval && (
          <div className={classes.another}>
            {editor === null ? (
              <OpenCard recordType={recordType} recordId={recordId} conflict={conflict} />
            ) : (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPencil size={15} aria-hidden />}
                rightSection={<Kbd size="xs">E</Kbd>}
                disabled={isBusy}
                onClick={() => edit(id)}
              >
                {t('conflict.edit')}
              </Button>
            )}
          </div>
        )}
      </div>
      <div className={classes.sides}>
        <ConflictSide
          value={{ ...value, value: keptValue }}
          by={conflict.keptBy}
          at={conflict.keptAt}
          branchName={conflict.keptBranchId === null ? null : (conflict.keptBranchName ?? '')}
          mark={isOpen ? (isCurrent ? 'conflict.stands' : 'conflict.stood') : 'conflict.settled.stood'}
          isStanding={isOpen && isCurrent}
          isBusy={isBusy}
          choose={
            canAct
              ? { label: isRemoval ? 'conflict.removed.keep' : 'conflict.keep', key: 'K', run: () => choose(id, 'keep') }
              : undefined
          }
        />
        <ConflictSide
          value={{ ...value, value: lostValue }}
          by={conflict.lostBy}
          at={conflict.lostAt}
          branchName={conflict.lostBranchId === null ? null : (conflict.lostBranchName ?? '')}
          mark="conflict.other"
          isStanding={false}
          isBusy={isBusy}
          choose={
            canAct
              ? { label: isRemoval ? 'conflict.removed.take' : 'conflict.take', key: 'T', run: () => choose(id, 'take') }
              : undefined
          }
        />
      </div>
      {isEditing && editor !== null && (
        <EditValue conflict={conflict} editor={editor} currency={currency} onClose={() => edit(null)} />
      )}
    </li>
  );
}

interface OpenCardProps {
  readonly recordType: string;
  readonly recordId: string;
  readonly conflict: ConflictView;
}

/** What takes more than a line to write is written where it always is. */
function OpenCard({ recordType, recordId, conflict: { partyType, title } }: OpenCardProps) {
  const t = useText();
  const page = pageOfRecord({ recordType, recordId, partyType });
  const look = { size: 'compact-sm', variant: 'subtle', leftSection: <IconPencil size={15} aria-hidden /> } as const;
  if (title === '') return null;
  if (recordType === 'task') {
    return (
      <Button {...look} onClick={() => void openTaskRecord(recordId)}>
        {t('conflict.openCard')}
      </Button>
    );
  }
  if (page === null) return null;
  return (
    <Button {...look} component={Link} href={page}>
      {t('conflict.openCard')}
    </Button>
  );
}

/** Who settled it, and when. */
function Settled({ conflict: { status, resolvedBy, resolvedAt } }: Pick<ConflictRowProps, 'conflict'>) {
  const t = useText();
  const format = useFormat();
  const nameOf = usePersonName();
  if (status === 'open' || resolvedAt === null) return null;
  const person = (resolvedBy === null ? '' : nameOf(resolvedBy)) || t('conflict.somebody');
  return (
    <Text size="sm" c="dimmed" ml="auto">
      {t('conflict.settledBy', { person, when: format.dateTime(resolvedAt) })}
    </Text>
  );
}
