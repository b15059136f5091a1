import { Radio, SimpleGrid, Stack } from '@mantine/core';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { readTypedRate, writeTypedRate } from '#renderer/app/typed-money.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { CurrencySelect } from '#renderer/pipeline/CurrencySelect.tsx';
import { SavedText } from '#renderer/settings/SavedText.tsx';
import { Section } from '#renderer/settings/Section.tsx';
import { currencyOfCountry } from '#shared/money/money.ts';

/** What the shop is paid in, and its tax. */
export function MoneySection() {
  const t = useText();
  const locale = useLocale();
  const { currency, country, taxRate, pricesIncludeTax } = useSettings();
  const update = useUpdateSettings();
  const usual = currencyOfCountry(country);
  return (
    <Section id="money" title="deal.settings.money" text="deal.settings.moneyText">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <CurrencySelect
          label={t('deal.settings.currency')}
          value={currency === '' ? usual : currency}
          onChange={(code) => void update({ currency: code === usual ? '' : code })}
        />
        <SavedText
          label={t('deal.settings.taxRate')}
          autoComplete="off"
          value={writeTypedRate(taxRate, locale)}
          onSave={(typed) => {
            const rate = readTypedRate(typed, locale);
            if (rate !== null) void update({ taxRate: rate });
          }}
        />
      </SimpleGrid>
      <Radio.Group
        label={t('deal.settings.prices')}
        value={pricesIncludeTax ? 'with' : 'without'}
        onChange={(value) => void update({ pricesIncludeTax: value === 'with' })}
      >
        <Stack gap={6} mt={4}>
          <Radio value="with" label={t('deal.settings.pricesWithTax')} />
          <Radio value="without" label={t('deal.settings.pricesWithoutTax')} />
        </Stack>
      </Radio.Group>
    </Section>
  );
}
