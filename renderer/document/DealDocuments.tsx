import { Paper, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { QueryFailed } from '#renderer/card/QueryFailed.tsx';
import { DocumentRow } from '#renderer/document/DocumentRow.tsx';
import classes from '#renderer/document/Documents.module.css';
import { MakeDocument } from '#renderer/document/MakeDocument.tsx';
import { useCan } from '#renderer/people/use-me.ts';

/** A deal has few documents; more than these are found by their number. */
const shown = 200;

interface DealDocumentsProps {
  readonly dealId: string;
  /** Shown but not changed, as in the recycle bin. */
  readonly isReadOnly?: boolean;
}

/** A deal's quotes, orders, invoices and sheets: made, opened, and what became of them. */
export function DealDocuments({ dealId, isReadOnly = false }: DealDocumentsProps) {
  const t = useText();
  const canMake = useCan('document.create') && !isReadOnly;
  const { data, isError, refetch } = useQuery(api.document.list.queryOptions({ input: { dealId, limit: shown } }));
  return (
    <Paper withBorder px="sm" py="xs" component="section" aria-label={t('document.title')}>
      <Title order={2} size="h5" mb={4}>
        {t('document.title')}
      </Title>
      {isError && data === undefined && <QueryFailed message="document.failed" onRetry={() => void refetch()} />}
      {data === undefined && !isError && <Skeleton height={40} />}
      {data?.rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(canMake ? 'document.none' : 'document.noneYet')}
        </Text>
      )}
      <ul className={classes.list}>
        {data?.rows.map((document) => (
          <DocumentRow key={document.id} document={document} canChange={canMake} />
        ))}
      </ul>
      {canMake && data !== undefined && <MakeDocument dealId={dealId} />}
    </Paper>
  );
}
