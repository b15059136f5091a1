import { Group, Paper, Text } from '@mantine/core';
import { IconGripVertical, IconX } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import { ActionForm } from '#renderer/automation/ActionForm.tsx';
import { MoveTools, Tool } from '#renderer/automation/MoveTools.tsx';
import { ProblemText } from '#renderer/automation/ProblemText.tsx';
import type { RuleProblem } from '#renderer/automation/rule-draft.ts';
import { useDragging } from '#renderer/automation/use-dragging.ts';
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
  const { card, handle, isOver } = useDragging<HTMLDivElement>(index, onMove);
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
          <MoveTools
            index={index}
            count={count}
            up={t('automation.move.up', { number })}
            down={t('automation.move.down', { number })}
            onMove={onMove}
          />
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
