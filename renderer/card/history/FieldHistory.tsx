import { ActionIcon, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { useFieldChanges } from '#renderer/card/history/change-query.ts';
import type { FieldChange } from '#renderer/card/history/field-changes.ts';
import { FieldDifference } from '#renderer/card/history/FieldDifference.tsx';
import { QueryFailed } from '#renderer/card/QueryFailed.tsx';
import classes from '#renderer/card/history/FieldHistory.module.css';

interface FieldHistoryProps {
  readonly field: string;
  readonly label: string;
}

/** A small clock beside a field that opens what it was before. */
export function FieldHistory({ field, label }: FieldHistoryProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} position="bottom-start" withArrow trapFocus returnFocus shadow="md">
      <Popover.Target>
        <ActionIcon
          size={20}
          variant="subtle"
          color="gray"
          className={classes.clock}
          data-open={isOpen || undefined}
          aria-label={t('card.history.open', { field: label })}
          title={t('card.history.open', { field: label })}
          onClick={() => setOpen(!isOpen)}
        >
          <IconHistory size={14} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('card.history.open', { field: label })} p="xs" tabIndex={-1} c="var(--mantine-color-text)">
        {isOpen && <Changes field={field} label={label} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Changes({ field, label }: FieldHistoryProps) {
  const t = useText();
  const { party } = useCard();
  const { changes, isError, retry } = useFieldChanges({ partyId: party.id, field, isWanted: true });
  if (isError) return <QueryFailed message="card.history.failed" onRetry={retry} />;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('card.history.open', { field: label })}
      </Text>
      {changes?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('card.history.none')}
        </Text>
      )}
      {changes !== undefined && changes.length > 0 && (
        <ScrollArea.Autosize mah={260} viewportProps={{ tabIndex: 0 }}>
          <Stack gap="xs">
            {changes.map((one) => (
              <OneChange key={`${one.change.actId}`} field={field} one={one} />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      )}
    </Stack>
  );
}

function OneChange({ field, one }: { readonly field: string; readonly one: FieldChange }) {
  const format = useFormat();
  return (
    <div>
      <FieldDifference field={field} from={one.from} to={one.to} />
      <Text size="xs" c="dimmed">
        {[one.change.actorName, format.dateTime(one.change.at)].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}
