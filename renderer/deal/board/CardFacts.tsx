import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/deal/board/Board.module.css';
import type { DealRow } from '#shared/deal/contract.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

type CardField = Pipeline['cardFields'][number];

interface CardFactsProps {
  readonly deal: DealRow;
  readonly fields: readonly CardField[];
}

/** What the pipeline wants shown on a card, where the deal has it. */
export function CardFacts({ deal, fields }: CardFactsProps) {
  const factOf = useFact(deal);
  const facts = fields.flatMap((field) => {
    const fact = factOf(field);
    return fact === null ? [] : [<span key={field}>{fact}</span>];
  });
  return facts.length === 0 ? null : <div className={classes.facts}>{facts}</div>;
}

function useFact(deal: DealRow): (field: CardField) => ReactNode {
  const t = useText();
  const format = useFormat();
  const text = (value: string, label?: string) => (value === '' ? null : <span title={label}>{value}</span>);
  const facts: Readonly<Record<CardField, () => ReactNode>> = {
    amount: () => (deal.amount === 0 ? null : <strong>{format.sum(deal.amount, deal.currency)}</strong>),
    owner: () => text(deal.ownerName, t('deal.field.ownerId')),
    nextTask: () => (
      <span className={classes.next}>
        {deal.nextTaskAt === null
          ? t('deal.urgency.nothingPlanned')
          : `${deal.nextTaskTitle} · ${format.relative(deal.nextTaskAt)}`}
      </span>
    ),
    expectedClose: () =>
      deal.expectedClose === null ? null : text(t('deal.card.close', { date: format.date(deal.expectedClose) })),
    stageDays: () => text(t('deal.card.inStage', { time: format.duration(Date.now() - deal.stageSince) })),
    phone: () => text(deal.phone === '' ? '' : format.phone(deal.phone)),
    source: () => text(deal.source, t('deal.field.source')),
    siteAddress: () => text(deal.siteAddress, t('deal.field.siteAddress')),
    visitAt: () => (deal.visitAt === null ? null : text(t('deal.card.visit', { at: format.dateTime(deal.visitAt) }))),
    workAt: () => (deal.workAt === null ? null : text(t('deal.card.work', { at: format.dateTime(deal.workAt) }))),
    paid: () => (deal.paid === 0 ? null : text(t('deal.card.paid', { sum: format.sum(deal.paid, deal.currency) }))),
    tags: () =>
      deal.tags.length === 0
        ? null
        : deal.tags.map((tag) => (
            <Badge key={tag} size="sm" variant="light" tt="none" fw={500} mr={4}>
              {tag}
            </Badge>
          )),
  };
  return (field) => facts[field]();
}
