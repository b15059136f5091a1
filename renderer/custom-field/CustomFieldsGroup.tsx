import { Anchor, Paper, Title } from '@mantine/core';
import { Link } from 'wouter';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { InlineField } from '#renderer/card/field/InlineField.tsx';
import { CustomValueField, withCustom } from '#renderer/custom-field/CustomValueField.tsx';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';

/** The fields that the user made for cards of this type. */
export function CustomFieldsGroup() {
  const t = useText();
  const { party, save, isReadOnly } = useCard();
  const all = useCustomFields().filter(({ partyType }) => partyType === null || partyType === party.type);
  const fields = isReadOnly ? all.filter(({ key }) => party.custom[key] !== undefined) : all;
  if (isReadOnly && fields.length === 0) return null;
  return (
    <Paper withBorder px="sm" py="xs">
      <Title order={2} size="h5" mb={2}>
        {t('party.field.custom')}
      </Title>
      {fields.map((field) => (
        <CustomValueField
          key={field.id}
          field={field}
          value={party.custom[field.key]}
          save={(value) => save(({ custom }) => ({ custom: withCustom(custom, { key: field.key, value }) }))}
          Place={InlineField}
        />
      ))}
      {!isReadOnly && (
        <Anchor component={Link} href="/settings" size="sm">
          {t('customField.manage')}
        </Anchor>
      )}
    </Paper>
  );
}
