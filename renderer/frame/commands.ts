import type { ComponentType } from 'react';
import {
  IconBriefcase,
  IconBrightness,
  IconBuildingStore,
  IconHelp,
  IconInbox,
  IconLanguage,
  IconMoon,
  IconSearch,
  IconSun,
  IconUserPlus,
} from '@tabler/icons-react';
import { interfaceLanguages, languageNames } from '#renderer/app/languages.ts';
import type { Translate } from '#renderer/app/text.ts';
import { openNewDeal } from '#renderer/deal/open-new-deal.ts';
import type { RailItem } from '#renderer/frame/rail-items.ts';
import { openNewLead } from '#renderer/lead/open-new-lead.ts';
import { openQuickAdd } from '#renderer/quick-add/index.ts';
import { focusSearch } from '#renderer/search/focus-search.ts';
import type { Permission } from '#shared/people/permission.ts';
import type { Settings } from '#shared/settings/contract.ts';

export interface Command {
  readonly id: string;
  readonly text: string;
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number }>;
  readonly run: () => void;
}

export interface CommandPowers {
  readonly t: Translate;
  readonly goTo: (path: string) => void;
  readonly update: (changes: Partial<Settings>) => void;
  readonly showHelp: () => void;
  /** What whoever works in this window may do: nothing else is offered. */
  readonly may: (permission: Permission) => boolean;
  /** Those they may go to. */
  readonly pages: readonly RailItem[];
}

/** Everything that the palette can do. */
export function buildCommands({ t, goTo, update, showHelp, may, pages }: CommandPowers): readonly Command[] {
  const newContact = () => openQuickAdd({ type: 'contact' });
  const newCompany = () => openQuickAdd({ type: 'company' });
  return [
    ...(may('party.create')
      ? [
          { id: 'contact', text: t('frame.newContact'), icon: IconUserPlus, run: newContact },
          { id: 'company', text: t('frame.newCompany'), icon: IconBuildingStore, run: newCompany },
        ]
      : []),
    ...(may('deal.create') ? [{ id: 'deal', text: t('frame.newDeal'), icon: IconBriefcase, run: () => openNewDeal() }] : []),
    ...(may('lead.create') ? [{ id: 'lead', text: t('lead.add'), icon: IconInbox, run: openNewLead }] : []),
    { id: 'search', text: t('shortcut.search'), icon: IconSearch, run: focusSearch },
    ...pages.map(({ path, label, icon }) => ({
      id: path,
      text: t('palette.goTo', { page: t(label) }),
      icon,
      run: () => goTo(path),
    })),
    ...(may('settings.edit') ? lookCommands(t, update) : []),
    { id: 'help', text: t('frame.help'), icon: IconHelp, run: showHelp },
  ];
}

/** How the program looks, and in what language: the whole shop's. */
function lookCommands(t: Translate, update: CommandPowers['update']): readonly Command[] {
  return [
    { id: 'light', text: t('palette.light'), icon: IconSun, run: () => update({ theme: 'light' }) },
    { id: 'dark', text: t('palette.dark'), icon: IconMoon, run: () => update({ theme: 'dark' }) },
    { id: 'auto', text: t('palette.auto'), icon: IconBrightness, run: () => update({ theme: 'auto' }) },
    ...interfaceLanguages.map((language) => ({
      id: language,
      text: t('palette.language', { language: languageNames[language] }),
      icon: IconLanguage,
      run: () => update({ language }),
    })),
  ];
}
