import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { fieldGroups, restrictions } from '#shared/people/rights.ts';
import type { Restriction, Rights } from '#shared/people/rights.ts';

interface FieldRightsProps {
  readonly rights: Rights;
  readonly onChange: (rights: Rights) => void;
}

/** Which details a role doesn't see, or sees without changing them. */
export function FieldRights({ rights, onChange }: FieldRightsProps) {
  const t = useText();
  const customFields = useCustomFields();
  const named = fieldGroups.map((group) => ({ name: group as string, label: t(`roles.group.${group}`) }));
  const own = customFields.map(({ key, label }) => ({ name: `custom:${key}`, label }));
  const fields: Readonly<Record<string, Restriction>> = rights.fields;
  const choices = ['open', ...restrictions.toReversed()] as const;
  const data = choices.map((choice) => ({ value: choice, label: t(`roles.field.${choice}`) }));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="xs">
      {[...named, ...own].map(({ name, label }) => (
        <NativeSelect
          key={name}
          label={label}
          data={data}
          value={fields[name] ?? 'open'}
          onChange={(event) => {
            const { [name]: _, ...others } = fields;
            const right = event.currentTarget.value;
            const changed = right === 'open' ? others : { ...others, [name]: right as Restriction };
            onChange({ ...rights, fields: changed as Rights['fields'] });
          }}
        />
      ))}
    </SimpleGrid>
  );
}
