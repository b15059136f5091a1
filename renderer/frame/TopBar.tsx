import { ActionIcon, Button, Kbd, Menu, Text, Tooltip } from '@mantine/core';
import { IconBriefcase, IconBuildingStore, IconHelp, IconPlus, IconUser } from '@tabler/icons-react';
import { useConnection } from '#renderer/app/connection.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { openNewDeal } from '#renderer/deal/open-new-deal.ts';
import styles from '#renderer/frame/Frame.module.css';
import { StatusChip } from '#renderer/frame/StatusChip.tsx';
import { NewLeadItem } from '#renderer/lead/NewLeadItem.tsx';
import { WorkingNow } from '#renderer/people/WorkingNow.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { NoticeBell } from '#renderer/notice/NoticeBell.tsx';
import { openQuickAdd } from '#renderer/quick-add/index.ts';
import { SyncChip } from '#renderer/sync/SyncChip.tsx';
import { useIsInCompany } from '#renderer/sync/use-sync.ts';
import { SearchBox } from '#renderer/search/SearchBox.tsx';

/** Whose program it is, search, "+", and that everything is saved. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const t = useText();
  const { shopName } = useSettings();
  const isInCompany = useIsInCompany();
  const isLost = useConnection() === 'lost';
  const canAddDeal = useCan('deal.create');
  const canAddParty = useCan('party.create');
  const canAddLead = useCan('lead.create');
  return (
    <header className={styles.bar}>
      <div className={styles.brand}>
        <Text fw={700} size="lg" truncate>
          {shopName === '' ? 'Cartera' : shopName}
        </Text>
      </div>
      <div className={styles.search}>
        <SearchBox />
      </div>
      {(canAddParty || canAddDeal || canAddLead) && (
        <Menu position="bottom-end" width={230} shadow="md">
          <Menu.Target>
            <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} px="sm" aria-label={t('frame.new')}>
              <Message id="frame.new" />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {canAddParty && (
              <>
                <Menu.Item
                  leftSection={<IconUser size={18} />}
                  rightSection={<Kbd>N</Kbd>}
                  onClick={() => openQuickAdd({ type: 'contact' })}
                >
                  <Message id="frame.newContact" />
                </Menu.Item>
                <Menu.Item leftSection={<IconBuildingStore size={18} />} onClick={() => openQuickAdd({ type: 'company' })}>
                  <Message id="frame.newCompany" />
                </Menu.Item>
              </>
            )}
            <NewLeadItem />
            {canAddDeal && (
              <Menu.Item leftSection={<IconBriefcase size={18} />} onClick={() => openNewDeal()}>
                <Message id="frame.newDeal" />
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <NoticeBell />
      {isInCompany && !isLost ? <SyncChip /> : <StatusChip />}
      <WorkingNow />
      <Tooltip label={t('frame.help')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('frame.help')}
          onClick={onHelp}
          className={styles.wideOnly}
        >
          <IconHelp size={20} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}
