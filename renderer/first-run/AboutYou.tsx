import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconBuildingStore, IconDatabaseImport } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { guessCountry } from '#renderer/app/languages.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { CountrySelect } from '#renderer/settings/CountrySelect.tsx';
import { LanguageChoice } from '#renderer/settings/LanguageChoice.tsx';
import { TradeChoice } from '#renderer/settings/TradeChoice.tsx';

interface AboutYouProps {
  /** The user came back to what was already answered: nothing is guessed over it. */
  readonly isAgain: boolean;
  readonly onDone: () => void;
  /** This computer is to be one of a branch. */
  readonly onJoin: () => void;
  /** Cartera was on another computer. */
  readonly onBringBack: () => void;
}

/** Language, name, shop, country and trade: nothing else is needed to begin. */
export function AboutYou({ isAgain, onDone, onJoin, onBringBack }: AboutYouProps) {
  const t = useText();
  const settings = useSettings();
  const update = useUpdateSettings();
  const [about, setAbout] = useState(() => ({
    ownerName: settings.ownerName,
    shopName: settings.shopName,
    country: (isAgain ? null : guessCountry(navigator.languages)) ?? settings.country,
    trade: settings.trade,
  }));
  const [isSaving, setSaving] = useState(false);
  const change = (changes: Partial<typeof about>) => setAbout((now) => ({ ...now, ...changes }));
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    const isSaved = await update(about);
    setSaving(false);
    if (isSaved) onDone();
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)}>
      <Stack gap="md">
        <LanguageChoice />
        <div>
          <Title order={1} size="h2">
            <Message id="firstRun.welcome" />
          </Title>
          <Text c="dimmed">
            <Message id="firstRun.welcomeText" />
          </Text>
        </div>
        <Group grow align="flex-start">
          <TextInput
            data-autofocus
            autoFocus
            label={t('settings.ownerName')}
            autoComplete="name"
            maxLength={120}
            value={about.ownerName}
            onChange={(event) => change({ ownerName: event.currentTarget.value })}
          />
          <TextInput
            label={t('settings.shopName')}
            autoComplete="organization"
            maxLength={120}
            value={about.shopName}
            onChange={(event) => change({ shopName: event.currentTarget.value })}
          />
        </Group>
        <CountrySelect value={about.country} onChange={(country) => change({ country })} />
        <TradeChoice value={about.trade} onChange={(trade) => change({ trade })} />
        <Group justify="space-between">
          <Group gap="xs">
            <Button variant="subtle" leftSection={<IconBuildingStore size={18} aria-hidden />} onClick={onJoin}>
              <Message id="sync.join.branch" />
            </Button>
            <Button variant="subtle" leftSection={<IconDatabaseImport size={18} aria-hidden />} onClick={onBringBack}>
              <Message id="firstRun.bringBack" />
            </Button>
          </Group>
          <Button type="submit" size="md" loading={isSaving}>
            <Message id="firstRun.continue" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
