import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { selectText } from '#renderer/app/select-text.ts';
import { useText } from '#renderer/app/text.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import { foldText } from '#shared/text/fold-text.ts';
import { targetGroups, targetName } from './column-target.ts';

interface TargetSelectProps {
  /** What is chosen, for screen readers. */
  readonly label: string;
  /** The column's name, which a custom field of its own would have. */
  readonly name: string;
  readonly value: string;
  readonly fields: readonly CustomField[];
  readonly onChange: (choice: string) => void;
}

/** What a column becomes: under headings, found by typing. */
export function TargetSelect({ label, name, value, fields, onChange }: TargetSelectProps) {
  const t = useText();
  const data = useMemo(() => {
    const groups = targetGroups.map(([group, targets]) => ({
      group: t(`import.targets.${group}`),
      items: targets.map((target) => ({ value: target as string, label: t(targetName(target) ?? 'import.target.ignore') })),
    }));
    const own = {
      group: t('import.targets.own'),
      items: [
        { value: 'custom', label: t('import.target.newCustom', { name }) },
        ...fields.map((field) => ({ value: `custom:${field.key}`, label: field.label })),
      ],
    };
    return [{ value: 'ignore', label: t('import.target.ignore') }, ...groups, own];
  }, [fields, name, t]);
  return (
    <Select
      size="sm"
      rightSectionWidth={26}
      aria-label={label}
      value={value}
      data={data}
      searchable
      {...selectText}
      allowDeselect={false}
      nothingFoundMessage={t('list.filter.nothing')}
      maxDropdownHeight={340}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      filter={({ options, search }) => {
        const typed = foldText(search.trim());
        const fits = (text: string) => foldText(text).includes(typed);
        return options.flatMap((option): typeof options => {
          if (!('group' in option)) return fits(option.label) ? [option] : [];
          const isGroup = typeof option.group === 'string' && fits(option.group);
          const items = isGroup ? option.items : option.items.filter((item) => fits(item.label));
          return items.length === 0 ? [] : [{ ...option, items }];
        });
      }}
      onChange={(choice) => choice !== null && onChange(choice)}
    />
  );
}
