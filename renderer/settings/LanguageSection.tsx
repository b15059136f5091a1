import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { CountrySelect } from '#renderer/settings/CountrySelect.tsx';
import { LanguageChoice } from '#renderer/settings/LanguageChoice.tsx';
import { OfficesOwn } from '#renderer/sync/OfficesOwn.tsx';
import { Section } from '#renderer/settings/Section.tsx';

/** The language of the interface, and the country whose rules phones and dates follow. */
export function LanguageSection() {
  const { country } = useSettings();
  const update = useUpdateSettings();
  return (
    <Section id="language" title="settings.languageAndCountry">
      <LanguageChoice />
      <OfficesOwn>
        <CountrySelect value={country} onChange={(chosen) => void update({ country: chosen })} />
      </OfficesOwn>
    </Section>
  );
}
