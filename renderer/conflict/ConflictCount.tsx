import { Badge } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { useOpenConflicts } from '#renderer/conflict/use-conflicts.ts';
import classes from '#renderer/lead/Leads.module.css';

const mostWritten = 99;

/** The number of open conflicts, beside the page's name in the rail. */
export function ConflictCount() {
  const t = useText();
  const count = useOpenConflicts();
  if (count === 0) return null;
  return (
    <Badge
      className={classes.count ?? ''}
      size="sm"
      circle={count < 10}
      px={count < 10 ? 0 : 6}
      role="img"
      aria-label={t('conflict.count', { count })}
    >
      {count > mostWritten ? `${mostWritten}+` : count}
    </Badge>
  );
}
