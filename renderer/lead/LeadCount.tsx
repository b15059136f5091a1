import { useText } from '#renderer/app/text.ts';
import { CountBadge } from '#renderer/frame/CountBadge.tsx';
import { useNewLeadCount } from '#renderer/lead/use-leads.ts';

/** The number of new requests, beside the page's name in the rail. */
export function LeadCount() {
  const t = useText();
  const count = useNewLeadCount();
  return <CountBadge count={count} label={t('lead.newCount', { count })} />;
}
