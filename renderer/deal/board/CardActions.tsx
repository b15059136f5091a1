import { Menu } from '@mantine/core';
import { IconDotsVertical, IconTrophy, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/deal/board/Board.module.css';
import { useStageRights } from '#renderer/people/use-rights.ts';
import { useDealMoves } from '#renderer/deal/deal-moves.tsx';
import { StageDot } from '#renderer/pipeline/StageDot.tsx';
import type { DealRow } from '#shared/deal/contract.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

interface CardActionsProps {
  readonly deal: DealRow;
  readonly pipeline: Pipeline;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** "Move to...", won and lost, without dragging. Of the hundreds on a board most never open: those are a bare button. */
export function CardActions(props: CardActionsProps) {
  const { deal, isOpen, onOpen } = props;
  const t = useText();
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true);
  if (wasOpened) return <ActionsMenu {...props} />;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.menu}
      aria-label={t('deal.moveNamed', { title: deal.title })}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={(event) => {
        // This button goes; the card gets the focus back when the menu closes.
        event.currentTarget.closest('[data-deal]')?.querySelector<HTMLElement>('[data-card]')?.focus();
        onOpen(true);
      }}
    >
      <IconDotsVertical size={16} aria-hidden />
    </button>
  );
}

function ActionsMenu({ deal, pipeline, isOpen, onOpen }: CardActionsProps) {
  const t = useText();
  const { move, win, lose } = useDealMoves();
  const stageRight = useStageRights();
  // A menu born open doesn't know where the focus was, and couldn't give it back.
  const [stands, setStands] = useState(false);
  // oxlint-disable-next-line react/set-state-in-effect -- a second drawing is the point
  useEffect(() => setStands(true), []);
  const elsewhere = pipeline.stages.filter(({ id }) => id !== deal.stageId && stageRight(id) === 'open');
  return (
    <Menu position="bottom-end" shadow="md" width={240} returnFocus opened={isOpen && stands} onChange={onOpen}>
      <Menu.Target>
        <button type="button" tabIndex={-1} className={classes.menu} aria-label={t('deal.moveNamed', { title: deal.title })}>
          <IconDotsVertical size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('deal.moveTo')}</Menu.Label>
        {elsewhere.map((stage) => (
          <Menu.Item key={stage.id} leftSection={<StageDot stage={stage} />} onClick={() => move(deal, stage)}>
            {stage.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrophy size={16} aria-hidden />} onClick={() => win(deal)}>
          {t('deal.win')}
        </Menu.Item>
        <Menu.Item leftSection={<IconX size={16} aria-hidden />} onClick={() => lose(deal)}>
          {t('deal.lose')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
