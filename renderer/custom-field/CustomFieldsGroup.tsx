import { Anchor, Paper, Title } from '@mantine/core';
import { Link } from 'wouter';
import { useText } from '#renderer/app/text.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { InlineField } from '#renderer/card/field/InlineField.tsx';
import { CustomValueField, withCustom } from '#renderer/custom-field/CustomValueField.tsx';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';

/** The fields that the user made for cards of this type. */
export function CustomFieldsGroup() {
  const t = useText();
  const { party, save, isReadOnly } = useCard();
  const fieldRight = useFieldRights();
  const canManage = useCan('customField.edit');
  const all = useCustomFields().filter(
    ({ partyType, key }) => (partyType === null || partyType === party.type) && fieldRight(`custom.${key}`) !== 'hide',
  );
  const fields = isReadOnly ? all.filter(({ key }) => party.custom[key] !== undefined) : all;
  if ((isReadOnly || !canManage) && fields.length === 0) return null;
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
      {!isReadOnly && canManage && (
        <Anchor component={Link} href="/settings" size="sm">
          {t('customField.manage')}
        </Anchor>
      )}
    </Paper>
  );
}
