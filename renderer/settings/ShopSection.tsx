import { Group } from '@mantine/core';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { SavedText } from '#renderer/settings/SavedText.tsx';
import { Section } from '#renderer/settings/Section.tsx';
import { TradeChoice } from '#renderer/settings/TradeChoice.tsx';

/** Who works here, and at what. */
export function ShopSection() {
  const t = useText();
  const { ownerName, shopName, trade } = useSettings();
  const update = useUpdateSettings();
  return (
    <Section id="shop" title="settings.shop">
      <Group grow align="flex-start">
        <SavedText
          label={t('settings.ownerName')}
          autoComplete="name"
          value={ownerName}
          onSave={(value) => void update({ ownerName: value })}
        />
        <SavedText
          label={t('settings.shopName')}
          autoComplete="organization"
          value={shopName}
          onSave={(value) => void update({ shopName: value })}
        />
      </Group>
      <TradeChoice value={trade} onChange={(chosen) => void update({ trade: chosen })} />
    </Section>
  );
}
