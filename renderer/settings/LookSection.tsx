import { SegmentedControl } from '@mantine/core';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { Section } from '#renderer/settings/Section.tsx';
import type { Settings } from '#shared/settings/contract.ts';

const schemes = ['auto', 'light', 'dark'] as const;

/** Light or dark. */
export function LookSection() {
  const t = useText();
  const { theme } = useSettings();
  const update = useUpdateSettings();
  return (
    <Section id="look" title="settings.look">
      <SegmentedControl
        aria-label={t('settings.look')}
        data={schemes.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
        value={theme}
        onChange={(chosen) => void update({ theme: chosen as Settings['theme'] })}
      />
    </Section>
  );
}
