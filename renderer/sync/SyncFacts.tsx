import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/sync/SyncChip.module.css';
import { momentText } from '#renderer/sync/sync-words.ts';
import { useNow } from '#renderer/task/use-now.ts';
import type { SyncStatus } from '#shared/sync/contract.ts';

/** Which company, which branch, which computer, and how far both are. */
export function SyncFacts({ status }: { readonly status: SyncStatus }) {
  const t = useText();
  const format = useFormat();
  const now = useNow();
  const { companyName, branchName, branchId, computerName, isMain, equalAt, heardAt, waiting } = status;
  const moment = (at: number | null) => (at === null ? t('sync.never') : momentText(at, { format, now }));
  const facts = [
    [t('sync.company'), companyName],
    [t('sync.branch'), branchId === null ? t('sync.office') : (branchName ?? '')],
    [t('sync.computer'), isMain ? t('sync.main', { name: computerName }) : computerName],
    [t('sync.equalAt'), moment(equalAt)],
    ...(heardAt !== null && heardAt !== equalAt ? [[t('sync.heardAt'), moment(heardAt)]] : []),
    [t('sync.waiting'), t('sync.changes', { count: waiting })],
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
    </dl>
  );
}
