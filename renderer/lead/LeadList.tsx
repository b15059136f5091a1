import { Button } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { LeadRow } from '#renderer/lead/LeadRow.tsx';
import classes from '#renderer/lead/Leads.module.css';
import type { Lead } from '#shared/lead/contract.ts';

interface LeadListProps {
  readonly leads: readonly Lead[];
  readonly chosenId: string | null;
  readonly hrefOf: (id: string) => string;
  /** A request was opened by the keyboard. */
  readonly onEnter: (id: string) => void;
  /** Absent when all are there. */
  readonly showMore?: (() => void) | undefined;
  readonly isLoadingMore: boolean;
}

/** The requests, one under the other. */
export function LeadList({ leads, chosenId, hrefOf, onEnter, showMore, isLoadingMore }: LeadListProps) {
  const t = useText();
  return (
    <div>
      <ul className={classes.list} aria-label={t('lead.list')}>
        {leads.map((lead) => (
          <LeadRow key={lead.id} lead={lead} href={hrefOf(lead.id)} isChosen={lead.id === chosenId} onEnter={onEnter} />
        ))}
      </ul>
      {showMore !== undefined && (
        <Button variant="subtle" fullWidth mt="xs" loading={isLoadingMore} onClick={showMore}>
          {t('lead.showMore')}
        </Button>
      )}
    </div>
  );
}
