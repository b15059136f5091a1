import { Anchor, Badge, Group } from '@mantine/core';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import classes from '#renderer/deal/Deals.module.css';
import type { DealColumnField } from '#renderer/deal/list/deal-columns.ts';
import { partyPath } from '#renderer/party/party-path.ts';
import { StageDot } from '#renderer/pipeline/StageDot.tsx';
import { useStages } from '#renderer/pipeline/use-pipelines.ts';
import type { DealRow } from '#shared/deal/contract.ts';

interface DealCellProps {
  readonly row: DealRow;
  readonly field: DealColumnField;
}

/** What the list shows of a deal in one column. */
export function DealCell({ row, field }: DealCellProps) {
  const format = useFormat();
  if (field === 'title')
    return (
      <Anchor component={Link} href={dealPath(row.id)} inherit c="inherit" fw={500}>
        {row.title}
      </Anchor>
    );
  if (field === 'partyId')
    return (
      <Anchor component={Link} href={partyPath({ id: row.partyId, type: row.partyType })} inherit>
        {row.partyTitle}
      </Anchor>
    );
  if (field === 'stageId') return <StageCell row={row} />;
  if (field === 'amount') return <span>{row.amount === 0 ? '' : format.sum(row.amount, row.currency)}</span>;
  if (field === 'next') return <NextCell row={row} />;
  if (field === 'expectedClose') return <span>{row.expectedClose === null ? '' : format.date(row.expectedClose)}</span>;
  return <span>{field === 'ownerId' ? row.ownerName : format.date(row.createdAt)}</span>;
}

function StageCell({ row }: { readonly row: DealRow }) {
  const t = useText();
  const stage = useStages()(row.stageId);
  if (row.status !== 'open') {
    return (
      <Badge variant="light" tt="none" fw={500} color={row.status === 'won' ? 'green' : 'red'}>
        {t(`deal.status.${row.status}`)}
      </Badge>
    );
  }
  return (
    <Group gap={6} wrap="nowrap">
      {stage !== undefined && <StageDot stage={stage} />}
      <span>{row.stageName}</span>
    </Group>
  );
}

function NextCell({ row }: { readonly row: DealRow }) {
  const t = useText();
  const format = useFormat();
  if (row.status !== 'open') return null;
  return (
    <span>
      <span className={classes.urgency} data-urgency={row.urgency} aria-hidden />
      {row.nextTaskAt === null ? t('deal.urgency.nothingPlanned') : `${row.nextTaskTitle} · ${format.relative(row.nextTaskAt)}`}
    </span>
  );
}
