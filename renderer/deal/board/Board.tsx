import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { Group, Skeleton } from '@mantine/core';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/deal/board/Board.module.css';
import { BoardColumn } from '#renderer/deal/board/BoardColumn.tsx';
import { CloseZones } from '#renderer/deal/board/CloseZones.tsx';
import { dealDragged, placeDroppedOn } from '#renderer/deal/board/drag.ts';
import { useBoardKeys } from '#renderer/deal/board/use-board-keys.ts';
import { useBoard } from '#renderer/deal/board/use-board.ts';
import type { BoardAsked } from '#renderer/deal/board/use-board.ts';
import { useDealMoves } from '#renderer/deal/deal-moves.tsx';
import { RowsFailed } from '#renderer/grid/index.ts';
import type { DealRow } from '#shared/deal/contract.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

interface BoardProps {
  readonly pipeline: Pipeline;
  readonly asked: BoardAsked;
  readonly canEdit: boolean;
}

/** A pipeline as columns of cards, moved by mouse, by finger and by keyboard. */
export function Board({ pipeline, asked, canEdit }: BoardProps) {
  const t = useText();
  const board = useBoard(asked);
  const scroller = useRef<HTMLDivElement>(null);
  const dragged = useDragging({ pipeline, scroller });
  const { onKeyDown, onFocus, activeId } = useBoardKeys({ board: scroller, canEdit });
  useFetchAhead(board.columns !== undefined);
  if (board.columns === undefined) {
    if (board.error !== null) return <RowsFailed error={board.error} retry={board.retry} />;
    return (
      <Group role="status" aria-busy aria-label={t('common.loading')} wrap="nowrap" align="flex-start">
        {pipeline.stages.map(({ id }) => (
          <Skeleton key={id} height={320} width={250} />
        ))}
      </Group>
    );
  }
  return (
    <div className={classes.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys go through to the cards inside */}
      <div
        ref={scroller}
        className={classes.board}
        role="group"
        aria-label={t('deal.board.label', { pipeline: pipeline.name })}
        aria-busy={board.isOld}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        {board.columns.map((column) => (
          <BoardColumn
            key={column.stage.id}
            read={column}
            asked={asked}
            pipeline={pipeline}
            canEdit={canEdit}
            activeId={activeId}
          />
        ))}
      </div>
      {dragged !== null && <CloseZones />}
    </div>
  );
}

/** Fetches the code of a deal's card once the board stands, since a card is what is opened next. */
function useFetchAhead(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return undefined;
    const waiting = requestIdleCallback(() => void import('#renderer/deal/card/DealPage.tsx'));
    return () => cancelIdleCallback(waiting);
  }, [isShown]);
}

interface DraggingOptions {
  readonly pipeline: Pipeline;
  readonly scroller: { readonly current: HTMLDivElement | null };
}

/** Makes the move when a card is dropped; tells which card is being dragged. */
function useDragging({ pipeline, scroller }: DraggingOptions): DealRow | null {
  const moves = useDealMoves();
  const [dragged, setDragged] = useState<DealRow | null>(null);
  const stages = useMemo(() => new Map(pipeline.stages.map((stage) => [stage.id, stage])), [pipeline]);
  const drop = useEffectEvent((deal: DealRow, place: string) => {
    if (place === 'won') return moves.win(deal);
    if (place === 'lost') return moves.lose(deal);
    const stage = stages.get(place);
    if (stage !== undefined && stage.id !== deal.stageId) moves.move(deal, stage);
  });
  useEffect(() => {
    const element = scroller.current;
    return combine(
      monitorForElements({
        canMonitor: ({ source }) => dealDragged(source) !== null,
        onDragStart: ({ source }) => setDragged(dealDragged(source)),
        onDrop: ({ source, location }) => {
          setDragged(null);
          const deal = dealDragged(source);
          const place = placeDroppedOn(location.current.dropTargets);
          if (deal !== null && place !== null) drop(deal, place);
        },
      }),
      element === null ? () => undefined : autoScrollForElements({ element }),
    );
  }, [scroller]);
  return dragged;
}
