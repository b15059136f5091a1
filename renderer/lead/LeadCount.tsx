import { Badge } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/lead/Leads.module.css';
import { useNewLeadCount } from '#renderer/lead/use-leads.ts';

const mostWritten = 99;

/** The number of new requests, beside the page's name in the rail. */
export function LeadCount() {
  const t = useText();
  const count = useNewLeadCount();
  if (count === 0) return null;
  return (
    <Badge
      className={classes.count ?? ''}
      size="sm"
      circle={count < 10}
      px={count < 10 ? 0 : 6}
      role="img"
      aria-label={t('lead.newCount', { count })}
    >
      {count > mostWritten ? `${mostWritten}+` : count}
    </Badge>
  );
}
