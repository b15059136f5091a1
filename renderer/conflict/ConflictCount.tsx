import { useText } from '#renderer/app/text.ts';
import { useOpenConflicts } from '#renderer/conflict/use-conflicts.ts';
import { CountBadge } from '#renderer/frame/CountBadge.tsx';

/** The number of open conflicts, beside the page's name in the rail. */
export function ConflictCount() {
  const t = useText();
  const count = useOpenConflicts();
  return <CountBadge count={count} label={t('conflict.count', { count })} />;
}
