import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon, Group, Paper, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { ActionForm } from '#renderer/automation/ActionForm.tsx';
import { ProblemText } from '#renderer/automation/ProblemText.tsx';
import type { RuleProblem } from '#renderer/automation/rule-draft.ts';
import type { AutomationAction } from '#shared/automation/actions.ts';

interface ActionCardProps {
  readonly action: AutomationAction;
  readonly index: number;
  readonly count: number;
  readonly problem: RuleProblem | null;
  readonly onChange: (action: AutomationAction) => void;
  readonly onRemove: () => void;
  readonly onMove: (from: number, to: number) => void;
}

/** One thing that a rule does. It is moved by dragging, or by its arrows. */
export function ActionCard({ action, index, count, problem, onChange, onRemove, onMove }: ActionCardProps) {
  const t = useText();
  const number = index + 1;
  const { card, handle, isOver } = useDragging(index, onMove);
  return (
    <Paper
      ref={card}
      withBorder
      p="sm"
      component="section"
      aria-label={t('automation.action', { number })}
      style={isOver ? { borderColor: 'var(--mantine-primary-color-filled)' } : undefined}
    >
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Group gap={6} wrap="nowrap">
          <span ref={handle} style={{ cursor: 'grab', display: 'flex' }} title={t('automation.move.drag', { number })}>
            <IconGripVertical size={18} aria-hidden />
          </span>
          <Text fw={600}>
            {number}. {t(`automation.action.${action.type}`)}
          </Text>
        </Group>
        <Group gap={2} wrap="nowrap">
          <Tool label={t('automation.move.up', { number })} isDisabled={index === 0} onClick={() => onMove(index, index - 1)}>
            <IconArrowUp size={16} aria-hidden />
          </Tool>
          <Tool
            label={t('automation.move.down', { number })}
            isDisabled={number === count}
            onClick={() => onMove(index, index + 1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </Tool>
          <Tool label={t('automation.removeAction', { number })} onClick={onRemove}>
            <IconX size={16} aria-hidden />
          </Tool>
        </Group>
      </Group>
      <ActionForm action={action} onChange={onChange} />
      <ProblemText problem={problem} at={`actions.${index}`} />
    </Paper>
  );
}

interface ToolProps {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, isDisabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={isDisabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

const placeKey = Symbol('step');

/** Lets a card be taken by its handle and dropped where another is. */
function useDragging(index: number, onMove: (from: number, to: number) => void) {
  const card = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [isOver, setOver] = useState(false);
  const latest = useRef(onMove);
  useEffect(() => {
    latest.current = onMove;
  });
  useEffect(() => {
    const [element, dragHandle] = [card.current, handle.current];
    if (element === null || dragHandle === null) return undefined;
    const placeOf = (data: Record<string | symbol, unknown>) => data[placeKey] as number | undefined;
    const stops = [
      draggable({ element, dragHandle, getInitialData: () => ({ [placeKey]: index }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => placeOf(source.data) !== undefined && placeOf(source.data) !== index,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          const from = placeOf(source.data);
          if (from !== undefined) latest.current(from, index);
        },
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [index]);
  return { card, handle, isOver };
}
