import { Badge } from '@mantine/core';
import classes from './Frame.module.css';

const mostWritten = 99;

/** How much waits on a page, beside its name in the rail; nothing where nothing does. */
export function CountBadge({ count, label }: { readonly count: number; readonly label: string }) {
  if (count === 0) return null;
  return (
    <Badge className={classes.count ?? ''} size="sm" circle={count < 10} px={count < 10 ? 0 : 6} role="img" aria-label={label}>
      {count > mostWritten ? `${mostWritten}+` : count}
    </Badge>
  );
}
