import { Group, NumberInput, Select } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { TimeField } from '#renderer/automation/TimeField.tsx';
import { delayUnits } from '#shared/automation/actions.ts';
import type { Due } from '#shared/automation/actions.ts';

interface DueFieldsProps {
  readonly value: Due;
  readonly onChange: (due: Due) => void;
}

const moments = ['visitAt', 'leaveAt', 'workAt', 'expectedClose'] as const;

/** By when: so long afterwards, or by a moment of the deal. */
export function DueFields({ value, onChange }: DueFieldsProps) {
  const t = useText();
  const choose = (kind: string | null) => {
    const moment = moments.find((one) => one === kind);
    if (moment !== undefined) onChange({ type: 'dealMoment', field: moment });
    else if (kind === 'none') onChange({ type: 'none' });
    else onChange({ type: 'after', amount: 15, unit: 'minutes' });
  };
  return (
    <Group align="flex-start">
      <Select
        label={t('automation.due')}
        w={240}
        allowDeselect={false}
        data={(['after', ...moments, 'none'] as const).map((kind) => ({ value: kind, label: t(`automation.due.${kind}`) }))}
        value={value.type === 'dealMoment' ? value.field : value.type}
        onChange={choose}
      />
      {value.type === 'after' && <After value={value} onChange={onChange} />}
    </Group>
  );
}

type AfterDue = Extract<Due, { readonly type: 'after' }>;

function After({ value, onChange }: { readonly value: AfterDue; readonly onChange: (due: Due) => void }) {
  const t = useText();
  const isInDays = value.unit === 'days' || value.unit === 'workingDays';
  const withTime = (at: string | undefined): AfterDue => {
    const { at: _before, ...rest } = value;
    return at === undefined ? rest : { ...rest, at };
  };
  return (
    <>
      <NumberInput
        label={t('automation.amount')}
        w={100}
        min={0}
        max={100_000}
        allowDecimal={false}
        value={value.amount}
        onChange={(amount) => typeof amount === 'number' && onChange({ ...value, amount })}
      />
      <Select
        label={t('automation.unit')}
        w={180}
        allowDeselect={false}
        data={delayUnits.map((unit) => ({ value: unit, label: t(`automation.unit.${unit}`) }))}
        value={value.unit}
        onChange={(unit) => unit !== null && onChange({ ...value, unit: unit as AfterDue['unit'] })}
      />
      {isInDays && <TimeField label={t('automation.atTime')} value={value.at} onChange={(at) => onChange(withTime(at))} />}
    </>
  );
}
