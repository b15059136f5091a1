import { Chip, Group, Input } from '@mantine/core';
import { useId } from 'react';
import { useText } from '#renderer/app/text.ts';
import { callOutcomes } from '#shared/activity/contract.ts';
import type { Activity } from '#shared/activity/contract.ts';

type Outcome = Activity['outcome'];

interface OutcomeChipsProps {
  readonly value: Outcome;
  readonly onChange: (outcome: Outcome) => void;
}

/** How a call ended, in one click. */
export function OutcomeChips({ value, onChange }: OutcomeChipsProps) {
  const t = useText();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <Input.Label component="div" id={id}>
        {t('task.close.outcome')}
      </Input.Label>
      <Group gap={6}>
        {callOutcomes.map((outcome) => (
          <Chip key={outcome} size="sm" checked={value === outcome} onChange={(isOn) => onChange(isOn ? outcome : null)}>
            {t(`activity.outcome.${outcome}`)}
          </Chip>
        ))}
      </Group>
    </div>
  );
}
