import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconBuilding, IconPhone, IconTrophy, IconUser, IconX } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { DealMenu } from '#renderer/deal/card/DealMenu.tsx';
import { DealTitle } from '#renderer/deal/card/DealTitle.tsx';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import classes from '#renderer/deal/card/Deal.module.css';
import { StageBar } from '#renderer/deal/card/StageBar.tsx';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import { useDealMoves } from '#renderer/deal/deal-moves.tsx';
import { ConflictNote } from '#renderer/conflict/ConflictNote.tsx';
import { partyPath } from '#renderer/party/party-path.ts';
import { BranchBadge } from '#renderer/sync/BranchBadge.tsx';

/** What must be seen at once: what it is, whose, how to reach them, how much, and where it stands. */
export function DealHeader() {
  const format = useFormat();
  const t = useText();
  const { deal } = useDealCard();
  const seesMoney = useFieldRights()('amount', 'deal') !== 'hide';
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <div className={classes.main}>
          <Group gap="xs">
            <DealTitle />
            <BranchBadge branchId={deal.branchId} />
            <ConflictNote recordId={deal.id} />
          </Group>
          <Client />
        </div>
        <div className={classes.money}>
          {seesMoney && (
            <Text size="xl" fw={700}>
              {format.money(deal.amount, deal.currency)}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {seesMoney && deal.paid !== 0 && `${t('deal.card.paid', { sum: format.money(deal.paid, deal.currency) })} · `}
            {deal.ownerName || t('people.nobody')}
          </Text>
        </div>
        <Outcome />
        <DealMenu />
      </div>
      <StageBar />
    </header>
  );
}

function Client() {
  const format = useFormat();
  const { callScheme } = useSettings();
  const { deal } = useDealCard();
  const Icon = deal.partyType === 'company' ? IconBuilding : IconUser;
  return (
    <Group gap="lg" style={{ rowGap: 0 }}>
      <Group gap={6} wrap="nowrap" component="span">
        <Icon size={16} aria-hidden />
        <Anchor component={Link} href={partyPath({ type: deal.partyType, id: deal.partyId })}>
          {deal.partyTitle}
        </Anchor>
      </Group>
      {deal.phone !== '' && (
        <Group gap={6} wrap="nowrap" component="span">
          <IconPhone size={16} aria-hidden />
          <Anchor href={`${callScheme}:${deal.phone.replace(/[^\d+]/g, '')}`}>{format.phone(deal.phone)}</Anchor>
        </Group>
      )}
    </Group>
  );
}

/** Won, lost, or open again. */
function Outcome() {
  const t = useText();
  const { deal, isReadOnly } = useDealCard();
  const { win, lose, reopen } = useDealMoves();
  if (deal.status === 'open') {
    if (isReadOnly) return null;
    return (
      <Group gap={6} wrap="nowrap">
        <Button color="green" leftSection={<IconTrophy size={16} aria-hidden />} onClick={() => win(deal)}>
          {t('deal.win')}
        </Button>
        <Button color="red" variant="light" leftSection={<IconX size={16} aria-hidden />} onClick={() => lose(deal)}>
          {t('deal.lose')}
        </Button>
      </Group>
    );
  }
  return (
    <Group gap={6} wrap="nowrap">
      <Badge size="lg" variant="light" tt="none" color={deal.status === 'won' ? 'green' : 'red'}>
        {t(`deal.status.${deal.status}`)}
      </Badge>
      {!isReadOnly && (
        <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => reopen(deal)}>
          {t('deal.reopen')}
        </Button>
      )}
    </Group>
  );
}
