import { Select, Stack, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useText } from '#renderer/app/text.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import { customFieldTypes } from '#shared/custom-field/types.ts';
import type { ColumnMapping, Mapping } from '#shared/import/mapping.ts';
import type { Cell } from '#shared/import/table.ts';
import { messengerServices } from '#shared/party/fields.ts';
import { hintFor } from './column-hint.ts';
import type { ColumnHint } from './column-hint.ts';
import { choiceOf, chooseTarget, hasLabel } from './column-target.ts';
import { LabelSelect } from './LabelSelect.tsx';
import styles from './PreviewTable.module.css';
import { TargetSelect } from './TargetSelect.tsx';

interface ColumnHeadProps {
  readonly column: ColumnMapping;
  readonly name: string;
  readonly mapping: Mapping;
  readonly fields: readonly CustomField[];
  readonly cells: readonly (Cell | undefined)[];
  readonly country: string;
  readonly onChange: (column: ColumnMapping) => void;
}

/** A column's name, what it becomes, and whether its values look like that. */
export function ColumnHead({ column, name, mapping, fields, cells, country, onChange }: ColumnHeadProps) {
  const t = useText();
  const hint = useMemo(() => hintFor(column.target, cells, country), [column.target, cells, country]);
  const choice = choiceOf(column, fields);
  return (
    <Stack gap={4}>
      <div className={styles.name}>
        <span title={name}>{name}</span>
        <Hint hint={hint} />
      </div>
      <TargetSelect
        label={t('import.columns.becomes', { name })}
        name={name}
        value={choice}
        fields={fields}
        onChange={(next) => onChange(chooseTarget({ mapping, column, choice: next, fields, cells, country }))}
      />
      {hasLabel(column) && (
        <LabelSelect
          label={t('import.columns.label', { name })}
          value={column.label}
          onChange={(label) => onChange({ ...column, label })}
        />
      )}
      {column.target === 'messenger' && (
        <Select
          size="xs"
          aria-label={t('import.columns.service', { name })}
          value={column.service ?? 'other'}
          allowDeselect={false}
          data={messengerServices.map((service) => ({ value: service, label: t(`party.messenger.${service}`) }))}
          onChange={(service) => service !== null && onChange({ ...column, service })}
        />
      )}
      {choice === 'custom' && (
        <Select
          size="xs"
          aria-label={t('import.columns.type', { name })}
          value={column.customType ?? 'text'}
          allowDeselect={false}
          data={customFieldTypes.map((type) => ({ value: type, label: t(`customField.type.${type}`) }))}
          onChange={(customType) => customType !== null && onChange({ ...column, customType })}
        />
      )}
    </Stack>
  );
}

const hints = {
  fits: { icon: IconCircleCheck, color: 'var(--mantine-color-teal-text)', text: 'import.columns.fits' },
  check: { icon: IconAlertTriangle, color: 'var(--mantine-color-orange-text)', text: 'import.columns.check' },
  empty: { icon: IconCircleDashed, color: 'var(--mantine-color-dimmed)', text: 'import.columns.emptyColumn' },
} as const;

function Hint({ hint }: { readonly hint: ColumnHint }) {
  const t = useText();
  if (hint === null) return null;
  const { icon: Icon, color, text } = hints[hint];
  return (
    <Tooltip label={t(text)} multiline maw={260}>
      <Icon size={16} color={color} role="img" aria-label={t(text)} className={styles.hint} />
    </Tooltip>
  );
}
