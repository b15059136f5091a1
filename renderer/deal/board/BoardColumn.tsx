import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { ActionIcon, Text, Title, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useEffect, useEffectEvent, useId, useRef } from 'react';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/deal/board/Board.module.css';
import { BoardCard } from '#renderer/deal/board/BoardCard.tsx';
import type { ColumnRead } from '#renderer/deal/board/pending.ts';
import { useColumn } from '#renderer/deal/board/use-board.ts';
import type { BoardAsked } from '#renderer/deal/board/use-board.ts';
import { useDropPlace } from '#renderer/deal/board/use-drop-place.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { useStageRights } from '#renderer/people/use-rights.ts';
import { openNewDeal } from '#renderer/deal/open-new-deal.ts';
import { Sums } from '#renderer/deal/Sums.tsx';
import { stageColour } from '#renderer/pipeline/stage-colour.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

interface BoardColumnProps {
  readonly read: ColumnRead;
  readonly asked: BoardAsked;
  readonly pipeline: Pipeline;
  readonly canEdit: boolean;
  /** The card that the keyboard is at, in this column or another. */
  readonly activeId: string | null;
}

/** A stage: its colour, name, count and sum, and its cards; more are read when the end comes into view. */
export function BoardColumn({ read, asked, pipeline, canEdit: mayEdit, activeId }: BoardColumnProps) {
  const canEdit = useStageRights()(read.stage.id) === 'open' && mayEdit;
  const canCreate = useCan('deal.create') && canEdit;
  const t = useText();
  const titleId = useId();
  const element = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const isOver = useDropPlace(element, canEdit ? read.stage.id : null);
  const { column, hasMore, isReadingMore, readMore } = useColumn({ asked, column: read });
  const end = useEndInView(list, { isWanted: hasMore && !isReadingMore, onSeen: readMore });
  useEffect(() => (list.current === null ? undefined : autoScrollForElements({ element: list.current })), []);
  const { stage, rows, count, sums } = column;
  const isKeyboardHere = rows.some(({ id }) => id === activeId);
  return (
    <section
      ref={element}
      className={classes.column}
      style={{ '--stage-colour': stageColour(stage) } as CSSProperties}
      aria-labelledby={titleId}
      data-over={isOver || undefined}
    >
      <header className={classes.head}>
        <Title order={2} size="h6" id={titleId} className={classes.name ?? ''} title={stage.name}>
          {stage.name}
        </Title>
        {canCreate && (
          <Tooltip label={t('deal.addTo', { stage: stage.name })}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={t('deal.addTo', { stage: stage.name })}
              onClick={() => openNewDeal({ pipelineId: pipeline.id, stageId: stage.id })}
            >
              <IconPlus size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <Text size="sm" c="dimmed" className={classes.sums ?? ''}>
          {t('deal.count', { count })}
          {sums.some(({ amount }) => amount !== 0) && (
            <>
              {' · '}
              <Sums sums={sums} />
            </>
          )}
        </Text>
      </header>
      <ul ref={list} className={classes.cards} data-column={stage.id}>
        {rows.map((deal, index) => (
          <BoardCard
            key={deal.id}
            deal={deal}
            pipeline={pipeline}
            canEdit={canEdit}
            isTabStop={isKeyboardHere ? deal.id === activeId : index === 0}
          />
        ))}
        {hasMore && (
          <li ref={end} className={classes.more}>
            {t('common.loading')}
          </li>
        )}
      </ul>
    </section>
  );
}

interface EndOptions {
  readonly isWanted: boolean;
  readonly onSeen: () => void;
}

/** Calls back when the element given the ref comes near the view of the list. */
function useEndInView(list: { readonly current: HTMLElement | null }, { isWanted, onSeen }: EndOptions) {
  const end = useRef<HTMLLIElement>(null);
  const seen = useEffectEvent(onSeen);
  useEffect(() => {
    if (!isWanted || end.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) seen();
      },
      { root: list.current, rootMargin: '400px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [list, isWanted]);
  return end;
}
