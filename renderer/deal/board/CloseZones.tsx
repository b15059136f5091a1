import { IconTrophy, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import classes from '#renderer/deal/board/Board.module.css';
import { useDropPlace } from '#renderer/deal/board/use-drop-place.ts';

/** Where a card is dropped to close its deal; there while one is dragged. */
export function CloseZones() {
  return (
    <div className={classes.zones}>
      <Zone outcome="won" />
      <Zone outcome="lost" />
    </div>
  );
}

function Zone({ outcome }: { readonly outcome: 'won' | 'lost' }) {
  const element = useRef<HTMLDivElement>(null);
  const isOver = useDropPlace(element, outcome);
  const Icon = outcome === 'won' ? IconTrophy : IconX;
  return (
    <div ref={element} className={classes.zone} data-outcome={outcome} data-over={isOver || undefined}>
      <Icon size={20} aria-hidden />
      <Message id={`deal.status.${outcome}`} />
    </div>
  );
}
