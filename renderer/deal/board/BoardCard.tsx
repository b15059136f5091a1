import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { IconHourglassLow } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { memo, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/deal/board/Board.module.css';
import { CardFacts } from '#renderer/deal/board/CardFacts.tsx';
import { CardActions } from '#renderer/deal/board/CardActions.tsx';
import { carryDeal } from '#renderer/deal/board/drag.ts';
import { heldBy, useMayOn } from '#renderer/people/use-rights.ts';
import { useDealMoves } from '#renderer/deal/deal-moves.tsx';
import { dealPath } from '#renderer/deal/deal-path.ts';
import type { DealRow } from '#shared/deal/contract.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

interface BoardCardProps {
  readonly deal: DealRow;
  readonly pipeline: Pipeline;
  readonly canEdit: boolean;
  /** Tab leads to one card of a column; arrows to the others. */
  readonly isTabStop: boolean;
}

/** A deal on the board. */
export const BoardCard = memo(function BoardCard({ deal, pipeline, canEdit: mayEdit, isTabStop }: BoardCardProps) {
  const mayOn = useMayOn();
  const canEdit = mayEdit && mayOn('deal', 'edit', { ...heldBy(deal), stageId: deal.stageId });
  const t = useText();
  const element = useRef<HTMLLIElement>(null);
  const { win, lose } = useDealMoves();
  const [isDragged, setDragged] = useState(false);
  const [isMoving, setMoving] = useState(false);
  useEffect(() => {
    if (element.current === null || !canEdit) return undefined;
    return draggable({
      element: element.current,
      getInitialData: () => carryDeal(deal),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [deal, canEdit]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!canEdit || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const act = { KeyM: () => setMoving(true), KeyW: () => win(deal), KeyL: () => lose(deal) }[event.code];
    if (act === undefined) return;
    event.preventDefault();
    // The menu it opens would take the same key, once it reaches the document, for one pressed outside, and close.
    event.stopPropagation();
    act();
  };
  return (
    <li
      ref={element}
      className={classes.card}
      data-urgency={deal.urgency}
      data-dragged={isDragged || undefined}
      data-deal={deal.id}
    >
      <Link
        href={dealPath(deal.id)}
        className={classes.title}
        draggable={false}
        tabIndex={isTabStop ? 0 : -1}
        onKeyDown={onKeyDown}
        data-card
      >
        {deal.title}
        <span className={classes.unseen}>{`, ${t(`deal.urgency.${deal.urgency}`)}`}</span>
      </Link>
      {canEdit && <CardActions deal={deal} pipeline={pipeline} isOpen={isMoving} onOpen={setMoving} />}
      <div className={classes.client}>{deal.partyTitle}</div>
      <CardFacts deal={deal} fields={pipeline.cardFields} />
      {deal.isRotting && (
        <div className={classes.rotting}>
          <IconHourglassLow size={13} aria-hidden /> {t('deal.rotting')}
        </div>
      )}
    </li>
  );
});
