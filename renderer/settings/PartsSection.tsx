import { Checkbox, SimpleGrid, Switch } from '@mantine/core';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { Section } from '#renderer/settings/Section.tsx';
import { cardParts, hiddenInSimpleMode, railParts } from '#shared/settings/parts.ts';
import type { Part } from '#shared/settings/parts.ts';

/** Parts of the program one doesn't want to see; what is kept in them stays. */
export function PartsSection() {
  const t = useText();
  const { hidden } = useSettings();
  const update = useUpdateSettings();
  const isSimple = hiddenInSimpleMode.every((part) => hidden.includes(part));
  const setSimple = (simple: boolean) => void update({ hidden: simple ? [...new Set([...hidden, ...hiddenInSimpleMode])] : [] });
  const setShown = (part: Part, isShown: boolean) =>
    void update({ hidden: isShown ? hidden.filter((other) => other !== part) : [...hidden, part] });
  const box = (part: Part) => (
    <Checkbox
      key={part}
      label={t(`settings.part.${part}`)}
      checked={!hidden.includes(part)}
      onChange={(event) => setShown(part, event.currentTarget.checked)}
    />
  );
  return (
    <Section id="parts" title="settings.parts" text="settings.partsText">
      <Switch
        label={t('settings.simple')}
        description={t('settings.simpleText')}
        checked={isSimple}
        onChange={(event) => setSimple(event.currentTarget.checked)}
      />
      <Checkbox.Group label={t('settings.partsOfMenu')}>
        <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs" mt={4}>
          {railParts.map(box)}
        </SimpleGrid>
      </Checkbox.Group>
      <Checkbox.Group label={t('settings.partsOfCard')}>
        <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs" mt={4}>
          {cardParts.map(box)}
        </SimpleGrid>
      </Checkbox.Group>
    </Section>
  );
}
