import { Button, MantineThemeProvider, Skeleton, VisuallyHidden } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { IconAlertTriangle, IconUserOff } from '@tabler/icons-react';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { cardTheme } from '#renderer/card/card-theme.ts';
import { CardProvider, useCard } from '#renderer/card/card-context.tsx';
import { useParty } from '#renderer/card/card-query.ts';
import { CardHeader } from '#renderer/card/CardHeader.tsx';
import { DeletedBanner } from '#renderer/card/DeletedBanner.tsx';
import { DuplicatesHint } from '#renderer/card/DuplicatesHint.tsx';
import { PropertiesPanel } from '#renderer/card/PropertiesPanel.tsx';
import { Conversation } from '#renderer/activity/Conversation.tsx';
import { PartyDealsPanel } from '#renderer/deal/PartyDealsPanel.tsx';
import { FilesPanel } from '#renderer/file/FilesPanel.tsx';
import { LinksPanel } from '#renderer/link/LinksPanel.tsx';
import { NextSteps } from '#renderer/task/NextSteps.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import { PartyMoney } from '#renderer/payment/PartyMoney.tsx';
import { PartyPurchases } from '#renderer/report/PartyPurchases.tsx';
import { ConsentPanel, ForbiddenHint } from '#renderer/privacy/ConsentPanel.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/card/CardPage.module.css';
import { useIsInCompany } from '#renderer/sync/use-sync.ts';
import type { PartyType } from '#shared/party/fields.ts';

interface CardPageProps {
  readonly type: PartyType;
  readonly id: string;
}

/** Everything about one contact or company: properties, what was said and done, and who and what belongs to it. */
export function CardPage({ type, id }: CardPageProps) {
  const t = useText();
  const { hidden } = useSettings();
  const { party, error, retry } = useParty(type, id);
  if (party === undefined && error !== null) {
    return (
      <>
        <VisuallyHidden component="h1">{t(`party.types.${type}`)}</VisuallyHidden>
        <CardFailed type={type} error={error} onRetry={retry} />
      </>
    );
  }
  if (party === undefined) return <CardLoading />;
  return (
    <MantineThemeProvider theme={cardTheme}>
      <CardProvider party={party}>
        <article className={classes.card} aria-label={party.title}>
          <CardHeader />
          <DeletedBanner />
          <div className={classes.columns}>
            <section className={classes.properties} aria-label={t('card.properties')}>
              <PropertiesPanel />
            </section>
            <section className={classes.conversation} aria-label={t('activity.timeline')}>
              <ForbiddenHint partyId={party.id} />
              <CardNextSteps />
              <Conversation />
            </section>
            <section className={classes.related} aria-label={t('card.related')}>
              <DuplicatesHint />
              {!hidden.includes('card.deals') && <PartySales partyId={party.id} />}
              {!hidden.includes('card.links') && <LinksPanel />}
              {!hidden.includes('card.files') && <FilesPanel />}
              <ConsentPanel />
            </section>
          </div>
        </article>
      </CardProvider>
    </MantineThemeProvider>
  );
}

/** The deals of the client and their money, as far as whoever looks may see them. */
function PartySales({ partyId }: { readonly partyId: string }) {
  const seesDeals = useCan('deal.see');
  const seesPayments = useCan('payment.see');
  const isMoneyHidden = useFieldRights()('amount', 'deal') === 'hide';
  if (!seesDeals) return null;
  return (
    <>
      <PartyDealsPanel />
      {!isMoneyHidden && <PartyPurchases partyId={partyId} />}
      {!isMoneyHidden && seesPayments && <PartyMoney partyId={partyId} />}
    </>
  );
}

/** What is next with this client, above all that was said and done. */
function CardNextSteps() {
  const { party } = useCard();
  if (!useCan('task.see')) return null;
  return <NextSteps partyId={party.id} start={{ partyTitle: party.title }} isReadOnly={party.deletedAt !== null} />;
}

interface CardFailedProps {
  readonly type: PartyType;
  readonly error: Error;
  readonly onRetry: () => void;
}

function CardFailed({ type, error, onRetry }: CardFailedProps) {
  const isInCompany = useIsInCompany();
  if (error instanceof ORPCError && error.code === 'NOT_FOUND') {
    return (
      <EmptyState
        icon={<IconUserOff size={30} />}
        title={<Message id={type === 'contact' ? 'contact.notFound' : 'company.notFound'} />}
        text={<Message id={isInCompany ? 'card.notFound.inCompany' : 'card.notFound.text'} />}
        actions={
          <>
            <Button component={Link} href={type === 'contact' ? '/contacts' : '/companies'}>
              <Message id={type === 'contact' ? 'nav.contacts' : 'nav.companies'} />
            </Button>
            <Button component={Link} href="/recycle-bin" variant="default">
              <Message id="nav.recycleBin" />
            </Button>
          </>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<IconAlertTriangle size={30} />}
      title={<Message id="card.failed.title" />}
      text={<Message id="card.failed.text" />}
      actions={
        <Button onClick={onRetry}>
          <Message id="common.retry" />
        </Button>
      }
    />
  );
}

function CardLoading() {
  const t = useText();
  return (
    <div className={classes.card} aria-busy aria-label={t('common.loading')} role="status">
      <Skeleton height={64} mb="md" />
      <div className={classes.columns}>
        <Skeleton height={360} className={classes.properties ?? ''} />
        <Skeleton height={240} className={classes.conversation ?? ''} />
        <Skeleton height={160} className={classes.related ?? ''} />
      </div>
    </div>
  );
}
