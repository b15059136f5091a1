import { Select, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import { ActionCard } from '#renderer/automation/ActionCard.tsx';
import { moveAction, newAction, withKey } from '#renderer/automation/rule-draft.ts';
import type { ActionType, DraftAction, RuleProblem } from '#renderer/automation/rule-draft.ts';
import { automationActionSchema } from '#shared/automation/actions.ts';
import type { AutomatedRecord } from '#shared/automation/events.ts';

const actionTypes = automationActionSchema.options.map(({ shape }) => shape.type.value);

interface ActionListProps {
  readonly actions: readonly DraftAction[];
  /** What the rule is about. */
  readonly entity: AutomatedRecord;
  readonly problem: RuleProblem | null;
  readonly onChange: (actions: readonly DraftAction[]) => void;
}

/** What a rule does, in order. */
export function ActionList({ actions, entity, problem, onChange }: ActionListProps) {
  const t = useText();
  const offered = actionTypes.filter((type) => type !== 'acceptLead' || entity === 'lead');
  return (
    <Stack gap={10}>
      {actions.map(({ key, action }, index) => (
        <ActionCard
          key={key}
          action={action}
          index={index}
          count={actions.length}
          problem={problem}
          onChange={(next) => onChange(actions.map((one) => (one.key === key ? { key, action: next } : one)))}
          onRemove={() => onChange(actions.filter((one) => one.key !== key))}
          onMove={(from, to) => onChange(moveAction(actions, from, to))}
        />
      ))}
      <Select
        aria-label={t('automation.add')}
        placeholder={t('automation.add')}
        w={280}
        leftSection={<IconPlus size={16} aria-hidden />}
        maxDropdownHeight={420}
        data={offered.map((type) => ({ value: type, label: t(`automation.action.${type}`) }))}
        value={null}
        onChange={(type) => type !== null && onChange([...actions, withKey(newAction(type as ActionType))])}
      />
    </Stack>
  );
}
