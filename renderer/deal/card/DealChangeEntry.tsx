import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import timelineClasses from '#renderer/activity/Timeline.module.css';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { useChangeLines, useChangeTitle } from '#renderer/deal/card/deal-change.ts';
import type { Change } from '#shared/history/contract.ts';

interface DealChangeEntryProps {
  readonly change: Change;
  /** Only the newest change is undone from here; older ones have others standing on them. */
  readonly isUndoable: boolean;
}

/** A change of the deal in its history: what was and is, who and when. */
export function DealChangeEntry({ change, isUndoable }: DealChangeEntryProps) {
  const format = useFormat();
  const title = useChangeTitle()(change);
  const lines = useChangeLines()(change);
  const { isReadOnly } = useDealCard();
  // Where an invented deal has been is in its stages; to take one of these back would take all that was invented back.
  if (change.actKind === 'demo' && change.operation === 'update') return null;
  return (
    <li className={timelineClasses.entry} data-quiet>
      <span className={timelineClasses.icon}>
        <IconHistory size={16} aria-hidden />
      </span>
      <div className={timelineClasses.change}>
        <Text size="sm" className={timelineClasses.words ?? ''}>
          {title}
          <Text component="span" inherit c="dimmed" title={format.dateTime(change.at)}>
            {` · ${[change.actorName, format.relative(change.at)].filter(Boolean).join(' · ')}`}
          </Text>
        </Text>
        {lines.map(({ label, from, to }) => (
          <Text key={label} size="sm" c="dimmed" className={timelineClasses.words ?? ''}>
            {`${label}: ${from} → ${to}`}
          </Text>
        ))}
        {isUndoable && !isReadOnly && change.operation === 'update' && <UndoChange actId={change.actId} />}
      </div>
    </li>
  );
}

function UndoChange({ actId }: { readonly actId: string }) {
  const t = useText();
  const queries = useQueryClient();
  const undo = useMutation(
    api.history.undo.mutationOptions({
      onSuccess: (done) => {
        notifyDone('activity.undone.done', {}, { undoActId: done.actId });
        void queries.invalidateQueries({ queryKey: api.deal.key() });
      },
    }),
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
