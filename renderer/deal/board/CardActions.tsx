import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical, IconTrophy, IconX } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/deal/board/Board.module.css';
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

/** "Move to...", won and lost, without dragging. */
export function CardActions({ deal, pipeline, isOpen, onOpen }: CardActionsProps) {
  const t = useText();
  const { move, win, lose } = useDealMoves();
  return (
    <Menu position="bottom-end" shadow="md" width={240} opened={isOpen} onChange={onOpen}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          tabIndex={-1}
          className={classes.menu ?? ''}
          aria-label={t('deal.moveNamed', { title: deal.title })}
        >
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('deal.moveTo')}</Menu.Label>
        {pipeline.stages.map((stage) => (
          <Menu.Item
            key={stage.id}
            leftSection={<StageDot stage={stage} />}
            disabled={stage.id === deal.stageId}
            onClick={() => move(deal, stage)}
          >
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
