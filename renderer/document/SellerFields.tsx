import { SimpleGrid, Title } from '@mantine/core';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { SavedField } from '#renderer/document/SavedField.tsx';

const fields = [
  { name: 'legalName', maxLength: 200, autoComplete: 'organization' },
  { name: 'taxId', maxLength: 40 },
  { name: 'address', maxLength: 500, autoComplete: 'street-address' },
  { name: 'phone', maxLength: 100, autoComplete: 'tel' },
  { name: 'email', maxLength: 254, autoComplete: 'email' },
  { name: 'bank', maxLength: 500, lines: 2 },
] as const;

/** How the shop names itself on documents. */
export function SellerFields() {
  const t = useText();
  const { seller } = useSettings();
  const update = useUpdateSettings();
  return (
    <div>
      <Title order={3} size="h5" mb={4}>
        {t('document.seller')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="xs">
        {fields.map(({ name, ...field }) => (
          <SavedField
            key={name}
            {...field}
            label={t(`document.field.seller.${name}`)}
            value={seller[name]}
            onSave={(value) => void update({ seller: { ...seller, [name]: value } })}
          />
        ))}
      </SimpleGrid>
    </div>
  );
}
