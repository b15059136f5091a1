import { SegmentedControl } from '@mantine/core';
import { interfaceLanguages, languageNames } from '#renderer/app/languages.ts';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import type { Language } from '#shared/settings/contract.ts';

/** The five languages, each in its own name; the whole interface changes at once. */
export function LanguageChoice() {
  const t = useText();
  const { language } = useSettings();
  const update = useUpdateSettings();
  return (
    <SegmentedControl
      aria-label={t('settings.language')}
      data={interfaceLanguages.map((value) => ({ value, label: <span lang={value}>{languageNames[value]}</span> }))}
      value={language}
      onChange={(chosen) => void update({ language: chosen as Language })}
    />
  );
}
