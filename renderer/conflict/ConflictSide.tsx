import { Badge, Button, Kbd, Text } from '@mantine/core';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/conflict/Conflicts.module.css';
import { ConflictValue } from '#renderer/conflict/ConflictValue.tsx';
import type { FieldValue } from '#renderer/conflict/value-words.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

interface ConflictSideProps {
  readonly value: FieldValue;
  readonly by: string;
  readonly at: number;
  /** Null is head office. */
  readonly branchName: string | null;
  readonly mark: MessageKey;
  /** It is the one that stands. */
  readonly isStanding: boolean;
  /** Absent for those who may not settle, and where it is settled. */
  readonly choose?: { readonly label: MessageKey; readonly key: string; readonly run: () => void } | undefined;
  readonly isBusy: boolean;
}

/** One of the two: what was written, by whom, where and when; and its button. */
export function ConflictSide(props: ConflictSideProps) {
  const { value, by, at, branchName, mark, isStanding, choose, isBusy } = props;
  const t = useText();
  const format = useFormat();
  return (
    <div className={classes.side} data-standing={isStanding || undefined}>
      <div className={classes.value}>
        <div className={classes.grows}>
          <ConflictValue {...value} />
        </div>
        <Badge
          variant={isStanding ? 'light' : 'default'}
          color={isStanding ? 'teal' : 'gray'}
          tt="none"
          fw={500}
          size="md"
          flex="none"
        >
          {t(mark)}
        </Badge>
      </div>
      <div className={classes.choice}>
        <Text size="sm" c="dimmed" className={classes.grows ?? ''}>
          {t('conflict.by', {
            person: by || t('conflict.somebody'),
            branch: branchName ?? t('sync.office'),
            when: format.dateTime(at),
          })}
        </Text>
        {choose !== undefined && (
          <Button
            size="compact-md"
            variant={isStanding ? 'light' : 'default'}
            rightSection={<Kbd size="xs">{choose.key}</Kbd>}
            disabled={isBusy}
            onClick={choose.run}
          >
            {t(choose.label)}
          </Button>
        )}
      </div>
    </div>
  );
}
