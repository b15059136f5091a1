import { Button, MantineThemeProvider, Skeleton, VisuallyHidden } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { IconAlertTriangle, IconBriefcaseOff } from '@tabler/icons-react';
import { Link } from 'wouter';
import { Conversation } from '#renderer/activity/Conversation.tsx';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { CardProvider } from '#renderer/card/card-context.tsx';
import { useParty } from '#renderer/card/card-query.ts';
import { cardTheme } from '#renderer/card/card-theme.ts';
import cardClasses from '#renderer/card/CardPage.module.css';
import { DealChangeEntry } from '#renderer/deal/card/DealChangeEntry.tsx';
import { DealRuns } from '#renderer/automation/DealRuns.tsx';
import { DealContactsPanel } from '#renderer/deal/card/DealContactsPanel.tsx';
import { DealDeletedBanner } from '#renderer/deal/card/DealDeletedBanner.tsx';
import { DealHeader } from '#renderer/deal/card/DealHeader.tsx';
import { DealProperties } from '#renderer/deal/card/DealProperties.tsx';
import { DealProvider } from '#renderer/deal/card/deal-context.tsx';
import { useDeal } from '#renderer/deal/card/deal-query.ts';
import { PurchasesPanel } from '#renderer/deal/card/PurchasesPanel.tsx';
import { DealMovesProvider } from '#renderer/deal/deal-moves.tsx';
import { LinesPanel } from '#renderer/deal/lines/LinesPanel.tsx';
import { FilesPanel } from '#renderer/file/FilesPanel.tsx';
import { DealMoney } from '#renderer/deal/card/DealMoney.tsx';
import { NextSteps } from '#renderer/task/NextSteps.tsx';
import type { Deal } from '#shared/deal/contract.ts';

/** Everything about one deal: where it stands, what comes next, what was said, what is sold. */
export function DealPage({ id }: { readonly id: string }) {
  const t = useText();
  const { deal, error, retry } = useDeal(id);
  if (deal === undefined && error !== null) {
    return (
      <>
        <VisuallyHidden component="h1">{t('deal.one')}</VisuallyHidden>
        <DealFailed error={error} onRetry={retry} />
      </>
    );
  }
  if (deal === undefined) return <DealLoading />;
  return <DealCard deal={deal} />;
}

function DealCard({ deal }: { readonly deal: Deal }) {
  const t = useText();
  const { party } = useParty(deal.partyType, deal.partyId);
  if (party === undefined) return <DealLoading />;
  return (
    <MantineThemeProvider theme={cardTheme}>
      <CardProvider party={party}>
        <DealProvider deal={deal}>
          <DealMovesProvider>
            <article className={cardClasses.card} aria-label={deal.title}>
              <DealHeader />
              <DealDeletedBanner />
              <div className={cardClasses.columns}>
                <section className={cardClasses.properties} aria-label={t('card.properties')}>
                  <DealProperties />
                </section>
                <section className={cardClasses.conversation} aria-label={t('activity.timeline')}>
                  <NextSteps
                    dealId={deal.id}
                    start={{ partyId: deal.partyId, partyTitle: deal.partyTitle, dealId: deal.id, dealTitle: deal.title }}
                    isReadOnly={deal.deletedAt !== null || deal.status !== 'open'}
                  />
                  <Conversation
                    dealId={deal.id}
                    renderChange={(change, isUndoable) => <DealChangeEntry change={change} isUndoable={isUndoable} />}
                  />
                </section>
                <section className={cardClasses.related} aria-label={t('card.related')}>
                  <LinesPanel />
                  <DealMoney />
                  <DealContactsPanel />
                  <FilesPanel dealId={deal.id} />
                  <PurchasesPanel />
                  <DealRuns dealId={deal.id} />
                </section>
              </div>
            </article>
          </DealMovesProvider>
        </DealProvider>
      </CardProvider>
    </MantineThemeProvider>
  );
}

interface DealFailedProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

function DealFailed({ error, onRetry }: DealFailedProps) {
  const isGone = error instanceof ORPCError && error.code === 'NOT_FOUND';
  return (
    <EmptyState
      icon={isGone ? <IconBriefcaseOff size={30} /> : <IconAlertTriangle size={30} />}
      title={<Message id={isGone ? 'deal.notFound' : 'deal.failed'} />}
      text={<Message id={isGone ? 'card.notFound.text' : 'card.failed.text'} />}
      actions={
        isGone ? (
          <Button component={Link} href="/deals">
            <Message id="nav.deals" />
          </Button>
        ) : (
          <Button onClick={onRetry}>
            <Message id="common.retry" />
          </Button>
        )
      }
    />
  );
}

function DealLoading() {
  const t = useText();
  return (
    <div className={cardClasses.card} aria-busy aria-label={t('common.loading')} role="status">
      <Skeleton height={96} mb="md" />
      <div className={cardClasses.columns}>
        <Skeleton height={360} className={cardClasses.properties ?? ''} />
        <Skeleton height={240} className={cardClasses.conversation ?? ''} />
        <Skeleton height={160} className={cardClasses.related ?? ''} />
      </div>
    </div>
  );
}
