import { NumberInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { SavedField } from '#renderer/document/SavedField.tsx';

/** What stands under every quote, and how long it is valid. */
export function QuoteSettings() {
  const t = useText();
  const { quoteTerms, quoteValidDays } = useSettings();
  const update = useUpdateSettings();
  const [days, setDays] = useState<number | string | null>(null);
  const saveDays = () => {
    if (typeof days === 'number' && Number.isInteger(days) && days >= 1 && days !== quoteValidDays)
      void update({ quoteValidDays: days });
    setDays(null);
  };
  return (
    <div>
      <Title order={3} size="h5" mb={4}>
        {t('document.quotes')}
      </Title>
      <SavedField
        label={t('document.terms')}
        placeholder={t('document.terms.example')}
        value={quoteTerms}
        maxLength={10_000}
        lines={3}
        onSave={(value) => void update({ quoteTerms: value })}
      />
      <NumberInput
        mt="xs"
        maw={260}
        label={t('document.validDays')}
        min={1}
        max={3650}
        allowDecimal={false}
        value={days ?? quoteValidDays}
        onChange={setDays}
        onBlur={saveDays}
        onKeyDown={(event) => {
          if (event.key === 'Enter') saveDays();
        }}
      />
    </div>
  );
}
