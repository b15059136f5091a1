import { Checkbox, SimpleGrid, Switch } from '@mantine/core';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { Section } from '#renderer/settings/Section.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { cardParts, hiddenInSimpleMode, railParts } from '#shared/settings/parts.ts';
import type { Part } from '#shared/settings/parts.ts';

/** Parts of the program one doesn't want to see; what is kept in them stays. */
export function PartsSection() {
  const t = useText();
  const { hidden } = useSettings();
  const update = useUpdateSettings();
  const isSimple = hiddenInSimpleMode.every((part) => hidden.includes(part));
  const setSimple = (simple: boolean) => void update({ hidden: simple ? [...new Set([...hidden, ...hiddenInSimpleMode])] : [] });
  const group = (label: MessageKey, parts: readonly Part[]) => (
    <Checkbox.Group
      label={t(label)}
      value={parts.filter((part) => !hidden.includes(part))}
      onChange={(shown) =>
        void update({
          hidden: [...hidden.filter((part) => !isOneOf(parts, part)), ...parts.filter((part) => !shown.includes(part))],
        })
      }
    >
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs" mt={4}>
        {parts.map((part) => (
          <Checkbox key={part} value={part} label={t(`settings.part.${part}`)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
  return (
    <Section id="parts" title="settings.parts" text="settings.partsText">
      <Switch
        label={t('settings.simple')}
        description={t('settings.simpleText')}
        checked={isSimple}
        onChange={(event) => setSimple(event.currentTarget.checked)}
      />
      {group('settings.partsOfMenu', railParts)}
      {group('settings.partsOfCard', cardParts)}
    </Section>
  );
}

function isOneOf(parts: readonly string[], part: string): boolean {
  return parts.includes(part);
}
