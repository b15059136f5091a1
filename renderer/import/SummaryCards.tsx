import { Message } from '#renderer/app/Message.tsx';
import { useFormat } from '#renderer/app/format.ts';
import type { ImportSummary } from '#shared/import/contract.ts';
import styles from './SummaryCards.module.css';

interface SummaryCardsProps {
  readonly summary: ImportSummary;
  /** Another count is being worked out. */
  readonly isStale?: boolean;
}

/** The counts of a plan or an import, large. */
export function SummaryCards({ summary, isStale = false }: SummaryCardsProps) {
  const format = useFormat();
  const cards = [
    { name: 'contacts', count: summary.created.contacts, tone: 'good' },
    { name: 'companies', count: summary.created.companies, tone: 'good' },
    { name: 'updated', count: summary.updated, tone: 'good' },
    { name: 'duplicates', count: summary.duplicates, tone: 'plain' },
    { name: 'warnings', count: summary.warnings, tone: 'warning' },
    { name: 'problems', count: summary.failed, tone: 'bad' },
  ] as const;
  return (
    <ul className={styles.cards} data-stale={isStale || undefined} aria-busy={isStale} aria-live="polite">
      {cards.map(({ name, count, tone }) => (
        <li key={name} className={styles.card} data-tone={count === 0 ? 'none' : tone}>
          <span className={styles.count}>{format.number(count)}</span>
          <span>
            <Message id={`import.card.${name}`} values={{ count }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
