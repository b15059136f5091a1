import { Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CSSProperties } from 'react';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/deal/card/Deal.module.css';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { useStageRights } from '#renderer/people/use-rights.ts';
import { useDealMoves, usePendingMoves } from '#renderer/deal/deal-moves.tsx';
import { stageColour } from '#renderer/pipeline/stage-colour.ts';
import { usePipeline } from '#renderer/pipeline/use-pipelines.ts';

/** All stages in order, with the time spent in each; a click moves the deal. */
export function StageBar() {
  const t = useText();
  const { deal, isReadOnly } = useDealCard();
  const { move } = useDealMoves();
  const stageRight = useStageRights();
  const pending = usePendingMoves();
  const pipeline = usePipeline(deal.pipelineId);
  const timeIn = useTimeInStages();
  const stages = pipeline?.stages ?? [];
  const going = pending.get(deal.id)?.to;
  const current = stages.some(({ id }) => id === going) ? going : deal.stageId;
  const place = stages.findIndex(({ id }) => id === current);
  const canMove = !isReadOnly && deal.status === 'open';
  if (pipeline === undefined) return <Text c="dimmed">{`${deal.pipelineName} · ${deal.stageName}`}</Text>;
  return (
    <ol className={classes.stages} aria-label={t('deal.stages', { pipeline: pipeline.name })}>
      {stages.map((stage, index) => {
        const words = (
          <>
            <span className={classes.stageName}>{stage.name}</span>
            <span className={classes.stageTime}>{timeIn(stage.id)}</span>
          </>
        );
        const common = {
          className: classes.stage ?? '',
          style: { '--stage-colour': stageColour(stage) } as CSSProperties,
          'data-passed': index <= place || undefined,
          'data-current': index === place || undefined,
          title: stage.name,
        };
        return (
          <li key={stage.id} {...(index === place ? { 'aria-current': 'step' as const } : {})}>
            {canMove && index !== place && stageRight(stage.id) === 'open' ? (
              <UnstyledButton
                {...common}
                onClick={() => move(deal, stage)}
                aria-label={t('deal.moveToStage', { stage: stage.name })}
              >
                {words}
              </UnstyledButton>
            ) : (
              <div {...common}>{words}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** `timeIn(stageId)`: how long the deal was in a stage in all; empty where it never was. */
function useTimeInStages(): (stageId: string) => string {
  const format = useFormat();
  const { deal } = useDealCard();
  const { data } = useQuery(api.deal.stages.queryOptions({ input: { id: deal.id } }));
  return (stageId) => {
    const visits = (data ?? []).filter((visit) => visit.stageId === stageId && visit.status === 'open');
    if (visits.length === 0) return '';
    return format.duration(visits.reduce((sum, { enteredAt, leftAt }) => sum + (leftAt ?? Date.now()) - enteredAt, 0));
  };
}
