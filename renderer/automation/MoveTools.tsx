import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface MoveToolsProps {
  readonly index: number;
  readonly count: number;
  readonly up: string;
  readonly down: string;
  readonly onMove: (from: number, to: number) => void;
}

/** Arrows that move something one place in its list. */
export function MoveTools({ index, count, up, down, onMove }: MoveToolsProps) {
  return (
    <>
      <Tool label={up} isDisabled={index === 0} onClick={() => onMove(index, index - 1)}>
        <IconArrowUp size={16} aria-hidden />
      </Tool>
      <Tool label={down} isDisabled={index === count - 1} onClick={() => onMove(index, index + 1)}>
        <IconArrowDown size={16} aria-hidden />
      </Tool>
    </>
  );
}

interface ToolProps {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export function Tool({ label, isDisabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        disabled={isDisabled}
        onClick={({ currentTarget }) => {
          onClick();
          // What is moved within the page loses the focus.
          requestAnimationFrame(() => currentTarget.isConnected && currentTarget.focus());
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
