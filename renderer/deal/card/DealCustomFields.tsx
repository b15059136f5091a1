import { Paper, Title } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { CustomValueField, withCustom } from '#renderer/custom-field/CustomValueField.tsx';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { DealField } from '#renderer/deal/card/DealField.tsx';

/** The fields that the shop made for deals; nothing where it made none. */
export function DealCustomFields() {
  const t = useText();
  const { deal, save, isReadOnly } = useDealCard();
  const fieldRight = useFieldRights();
  const fields = useCustomFields().filter(
    ({ partyType, key }) =>
      partyType === 'deal' && fieldRight(`custom.${key}`, 'deal') !== 'hide' && (!isReadOnly || deal.custom[key] !== undefined),
  );
  if (fields.length === 0) return null;
  return (
    <Paper withBorder px="sm" py="xs">
      <Title order={2} size="h5" mb={2}>
        {t('party.field.custom')}
      </Title>
      {fields.map((field) => (
        <CustomValueField
          key={field.id}
          field={field}
          value={deal.custom[field.key]}
          save={(value) => save(({ custom }) => ({ custom: withCustom(custom, { key: field.key, value }) }))}
          Place={DealField}
        />
      ))}
    </Paper>
  );
}
