import { IconBriefcase } from '@tabler/icons-react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { Highlight } from '#renderer/search/Highlight.tsx';
import styles from '#renderer/search/SearchBox.module.css';
import type { DealResult } from '#shared/search/contract.ts';

/** One deal: what it is, whose, where it is, and what it comes to. */
export function DealResultRow({ result }: { readonly result: DealResult }) {
  const t = useText();
  const format = useFormat();
  const { title, partyTitle, stageName, status, amount, currency, matches } = result;
  const place = status === 'open' ? stageName : t(`deal.status.${status}`);
  const [match] = matches;
  return (
    <>
      <IconBriefcase size={18} stroke={1.6} aria-hidden className={styles.icon} />
      <span className={styles.who}>
        <span className={styles.title}>
          {match === undefined ? title : <Highlight text={title} start={match.start} length={match.length} />}
        </span>
        <span className={styles.subtitle}>
          {partyTitle} · {place}
        </span>
      </span>
      <span className={styles.reason}>{format.money(amount, currency)}</span>
    </>
  );
}
