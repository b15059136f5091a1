import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { titleOfChange } from '#renderer/activity/change-title.ts';
import { fieldsWorthReading } from '#renderer/activity/timeline.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { splitCustom } from '#renderer/card/history/difference.ts';
import { FieldDifference } from '#renderer/card/history/FieldDifference.tsx';
import { useFieldLabel } from '#renderer/card/history/field-label.ts';
import classes from '#renderer/activity/Timeline.module.css';
import { useCan } from '#renderer/people/use-me.ts';
import type { Change } from '#shared/history/contract.ts';

interface ChangeEntryProps {
  readonly change: Change;
  /** Only the newest change is undone from here; older ones have others standing on them. */
  readonly isUndoable: boolean;
}

/** A change of the card in its history: what was and is, who and when. */
export function ChangeEntry({ change, isUndoable }: ChangeEntryProps) {
  const t = useText();
  const format = useFormat();
  const { isReadOnly } = useCard();
  const canUndo = useCan('history.undo');
  const labelOf = useFieldLabel();
  const showsFields = change.operation === 'update' && (change.recordType === 'party' || change.recordType === 'link');
  const fields = fieldsWorthReading(change)
    .filter(({ field }) => field !== 'deletedAt')
    .flatMap(splitCustom);
  return (
    <li className={classes.entry} data-quiet>
      <span className={classes.icon}>
        <IconHistory size={16} aria-hidden />
      </span>
      <div className={classes.change}>
        <Text size="sm" className={classes.words ?? ''}>
          {t(titleOfChange(change))}
          <Text component="span" inherit c="dimmed" title={format.dateTime(change.at)}>
            {` · ${[change.actorName, format.relative(change.at)].filter(Boolean).join(' · ')}`}
          </Text>
        </Text>
        {showsFields &&
          fields.map((values) => (
            <Group key={values.field} gap={6} align="baseline" className={classes.field ?? ''}>
              <Text size="sm" c="dimmed">{`${labelOf(values.field)}:`}</Text>
              <FieldDifference {...values} />
            </Group>
          ))}
        {isUndoable && canUndo && !isReadOnly && change.operation === 'update' && <UndoChange actId={change.actId} />}
      </div>
    </li>
  );
}

function UndoChange({ actId }: { readonly actId: string }) {
  const t = useText();
  const undo = useMutation(
    api.history.undo.mutationOptions({ onSuccess: (done) => notifyDone('activity.undone.done', {}, { undoActId: done.actId }) }),
  );
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconArrowBackUp size={14} aria-hidden />}
      loading={undo.isPending}
      onClick={() => undo.mutate({ id: actId })}
    >
      {t('activity.undoLast')}
    </Button>
  );
}
