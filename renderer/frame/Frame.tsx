import { Center, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import { useLocation } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { Routes } from '#renderer/app/routes.tsx';
import { useShortcuts } from '#renderer/app/shortcuts.ts';
import { useText } from '#renderer/app/text.ts';
import { NewDeal } from '#renderer/deal/NewDeal.tsx';
import { CallCard } from '#renderer/call/CallCard.tsx';
import { AllowedPage } from '#renderer/frame/AllowedPage.tsx';
import { CommandPalette } from '#renderer/frame/CommandPalette.tsx';
import { BackupNotice } from '#renderer/backup/BackupNotice.tsx';
import { ConnectionNotice } from '#renderer/frame/ConnectionNotice.tsx';
import styles from '#renderer/frame/Frame.module.css';
import { PageBoundary } from '#renderer/frame/PageBoundary.tsx';
import { Rail } from '#renderer/frame/Rail.tsx';
import { ShortcutHelp } from '#renderer/frame/ShortcutHelp.tsx';
import { TopBar } from '#renderer/frame/TopBar.tsx';
import { NewLead } from '#renderer/lead/NewLead.tsx';
import { IncomingCall } from '#renderer/notice/IncomingCall.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { SeeAsBanner } from '#renderer/people/SeeAsBanner.tsx';
import { openQuickAdd } from '#renderer/quick-add/index.ts';
import { QuickAdd } from '#renderer/quick-add/QuickAdd.tsx';
import { focusSearch } from '#renderer/search/focus-search.ts';
import { ArrivingNotice } from '#renderer/sync/ArrivingNotice.tsx';
import { BundleDialog } from '#renderer/sync/BundleDialog.tsx';
import { PlaceDialogs } from '#renderer/sync/PlaceDialogs.tsx';
import { WhoAreYou } from '#renderer/sync/WhoAreYou.tsx';
import { TaskDialogs } from '#renderer/task/TaskDialogs.tsx';

/** The program's window: menu, search and the page. */
export function Frame() {
  const t = useText();
  const [location] = useLocation();
  const canAdd = useCan('party.create');
  const [isPaletteOpen, palette] = useDisclosure(false);
  const [isHelpOpen, help] = useDisclosure(false);
  useShortcuts({
    Slash: { label: 'shortcut.search', run: focusSearch },
    ...(canAdd && { KeyN: { label: 'shortcut.new' as const, run: () => openQuickAdd() } }),
    'Ctrl+KeyK': { label: 'shortcut.palette', run: palette.open },
    'Shift+Slash': { label: 'shortcut.help', run: help.open },
  });
  return (
    <div className={styles.frame}>
      <a href="#page" className={styles.skip}>
        <Message id="nav.skip" />
      </a>
      <TopBar onHelp={help.open} />
      <div className={styles.notice}>
        <SeeAsBanner />
        <ConnectionNotice />
        <ArrivingNotice />
        <BackupNotice />
      </div>
      <Rail />
      <main id="page" tabIndex={-1} className={styles.page}>
        <PageBoundary page={location}>
          <Suspense
            fallback={
              <Center h="100%">
                <Loader aria-label={t('common.loading')} />
              </Center>
            }
          >
            <AllowedPage page={location}>
              <Routes />
            </AllowedPage>
          </Suspense>
        </PageBoundary>
      </main>
      <QuickAdd />
      <NewLead />
      <TaskDialogs />
      <CallCard />
      <IncomingCall />
      <NewDeal />
      <PlaceDialogs />
      <BundleDialog />
      <WhoAreYou />
      <CommandPalette isOpen={isPaletteOpen} onClose={palette.close} onHelp={help.open} />
      <ShortcutHelp isOpen={isHelpOpen} onClose={help.close} />
    </div>
  );
}
