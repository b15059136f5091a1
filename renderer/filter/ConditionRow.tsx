import { ActionIcon, Group, Select, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import type { FilterFields } from '#renderer/filter/use-filter-fields.ts';
import { ValueInput } from '#renderer/filter/ValueInput.tsx';
import type { FilterField } from '#shared/filter/catalogue.ts';
import type { Condition } from '#shared/filter/filter.ts';
import { operatorsOf, shapeOf } from '#shared/filter/operators.ts';
import type { Operator } from '#shared/filter/operators.ts';
import type { FilterProblem } from '#shared/filter/validate-filter.ts';

interface ConditionRowProps {
  readonly condition: Condition;
  readonly fields: FilterFields;
  readonly problem: FilterProblem | undefined;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}

/** "field - operator - value", and what is wrong with it. */
export function ConditionRow({ condition, fields, problem, onChange, onRemove }: ConditionRowProps) {
  const t = useText();
  const field = fields.catalogue.get(condition.field);
  const label = field === undefined ? condition.field : fields.labelOf(field);
  const problemText = problem === undefined ? undefined : t(`filter.problem.${problem.code}`);
  // What isn't filled in yet is no mistake; it is said in grey.
  const isUnfinished = problem?.code === 'wrongValue' && isHalf(condition, field);
  return (
    <div>
      <Group gap={6} align="flex-start" wrap="wrap">
        <Select
          aria-label={t('filter.field')}
          style={{ flex: '1 1 170px' }}
          miw={140}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('filter.nothing')}
          data={withCurrent(fields, condition.field, label)}
          value={condition.field}
          onChange={(key) => {
            const next = key === null ? undefined : fields.catalogue.get(key);
            if (next !== undefined) onChange(moveTo(next, condition));
          }}
        />
        {field !== undefined && (
          <Select
            aria-label={t('filter.operator')}
            style={{ flex: '1 1 150px' }}
            miw={130}
            allowDeselect={false}
            data={(Object.keys(operatorsOf[field.type]) as Operator[]).map((is) => ({ value: is, label: t(`filter.op.${is}`) }))}
            value={condition.is}
            onChange={(is) => is !== null && onChange(withOperator(field, condition, is as Operator))}
          />
        )}
        {field !== undefined && (
          <ValueInput
            key={`${condition.field} ${shapeOf(field.type, condition.is)}`}
            field={field}
            condition={condition}
            error={isUnfinished ? undefined : problemText}
            onChange={(value) => onChange(value === undefined ? without(condition) : { ...condition, value })}
          />
        )}
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('filter.remove', { field: label })} onClick={onRemove}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Group>
      {problemText !== undefined && (isUnfinished || field === undefined) && (
        <Text size="sm" c={isUnfinished ? 'dimmed' : 'var(--mantine-color-error)'} mt={2}>
          {problemText}
        </Text>
      )}
    </div>
  );
}

/** Whether the value, or one of its two ends, is still to be filled in. */
function isHalf({ is, value }: Condition, field: FilterField | undefined): boolean {
  const shape = field === undefined ? undefined : shapeOf(field.type, is);
  return value === undefined || ((shape === 'days' || shape === 'numbers') && typeof value !== 'object');
}

/** What is asked most often of each type; of others, the first operator they have. */
const usualOperators: Readonly<Partial<Record<FilterField['type'], Operator>>> = {
  text: 'contains',
  number: 'atLeast',
  money: 'atLeast',
  moment: 'inLastDays',
};

/** How a field is usually compared, and no value yet. */
export function newCondition({ key, type }: FilterField): Condition {
  return { field: key, is: usualOperators[type] ?? (Object.keys(operatorsOf[type])[0] as Operator) };
}

/** Another field of the same type keeps how it is compared, and a value of its own kind only where any value would do. */
function moveTo(next: FilterField, before: Condition): Condition {
  const isSame = shapeOf(next.type, before.is) !== undefined;
  return isSame ? { field: next.key, is: before.is } : newCondition(next);
}

function withOperator({ type }: FilterField, condition: Condition, is: Operator): Condition {
  const isSameShape = shapeOf(type, is) === shapeOf(type, condition.is);
  return isSameShape ? { ...condition, is } : { field: condition.field, is };
}

function without({ field, is }: Condition): Condition {
  return { field, is };
}

/** The fields to choose from, with the one that is there even where it would not be offered. */
function withCurrent({ groups }: FilterFields, key: string, label: string) {
  const isThere = groups.some(({ items }) => items.some(({ value }) => value === key));
  return isThere ? groups : [{ group: '', items: [{ value: key, label }] }, ...groups];
}
