import { Center, Loader, Paper, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { useShortcuts } from '#renderer/app/shortcuts.ts';
import { useText } from '#renderer/app/text.ts';
import { RowsFailed } from '#renderer/grid/index.ts';
import { AcceptDialog } from '#renderer/lead/AcceptDialog.tsx';
import type { LeadDialog } from '#renderer/lead/LeadActions.tsx';
import { LeadDetail } from '#renderer/lead/LeadDetail.tsx';
import { LeadList } from '#renderer/lead/LeadList.tsx';
import { leadPath } from '#renderer/lead/lead-path.ts';
import classes from '#renderer/lead/Leads.module.css';
import { MergeDialog } from '#renderer/lead/MergeDialog.tsx';
import { RejectDialog } from '#renderer/lead/RejectDialog.tsx';
import { useLeads } from '#renderer/lead/use-leads.ts';
import { WaysIn } from '#renderer/lead/WaysIn.tsx';
import type { Lead } from '#shared/lead/contract.ts';

interface InboxProps {
  readonly id: string | null;
  readonly status: Lead['status'];
  readonly text: string;
}

/** The requests of a state, and beside them the one that is read. */
export function Inbox({ id, status, text }: InboxProps) {
  const t = useText();
  const search = useSearch();
  const [, navigate] = useLocation();
  const leads = useLeads({ status, text });
  const [acting, setActing] = useState<{ readonly dialog: LeadDialog; readonly lead: Lead } | null>(null);
  const hrefOf = (leadId: string) => leadPath(leadId) + (search === '' ? '' : `?${search}`);
  const { rows } = leads;
  const chosen = rows?.find((lead) => lead.id === id);
  const keys = useInboxKeys({ rows: rows ?? [], id, hrefOf });
  const close = () => setActing(null);
  /** What was dealt with leaves the list, and the next one is read. */
  const goOn = () => {
    const index = rows?.findIndex((lead) => lead.id === acting?.lead.id) ?? -1;
    const next = rows?.[index + 1] ?? rows?.[index - 1];
    close();
    navigate(next === undefined ? `/leads${search === '' ? '' : `?${search}`}` : hrefOf(next.id), { replace: true });
  };
  if (rows === undefined) {
    return leads.isError ? (
      <RowsFailed error={leads.error} retry={() => void leads.refetch()} />
    ) : (
      <Center mih={240}>
        <Loader aria-label={t('common.loading')} />
      </Center>
    );
  }
  const lead = (dialog: LeadDialog) => (acting?.dialog === dialog ? acting.lead : null);
  return (
    <>
      {rows.length === 0 && id === null ? (
        <NoLeads status={status} isSearch={text !== ''} />
      ) : (
        <div className={classes.sides}>
          <LeadList
            leads={rows}
            chosenId={id}
            hrefOf={hrefOf}
            onEnter={keys.enter}
            showMore={leads.hasNextPage ? () => void leads.fetchNextPage() : undefined}
            isLoadingMore={leads.isFetchingNextPage}
          />
          {id === null ? (
            <Paper withBorder p="xl">
              <Text c="dimmed" ta="center">
                {t('lead.choose')}
              </Text>
            </Paper>
          ) : (
            <LeadDetail key={id} id={id} known={chosen} onAct={(dialog, one) => setActing({ dialog, lead: one })} />
          )}
        </div>
      )}
      <AcceptDialog lead={lead('accept')} onClose={close} onDone={close} />
      <MergeDialog lead={lead('merge')} onClose={close} onDone={goOn} />
      <RejectDialog lead={lead('reject')} onClose={close} onDone={goOn} />
    </>
  );
}

interface InboxKeys {
  readonly rows: readonly Lead[];
  readonly id: string | null;
  readonly hrefOf: (id: string) => string;
}

/** Arrows read the next request, Enter goes to what it says and Esc back to the list. */
function useInboxKeys({ rows, id, hrefOf }: InboxKeys) {
  const [, navigate] = useLocation();
  const focusNext = useRef<'row' | 'detail' | null>(null);
  const index = rows.findIndex((lead) => lead.id === id);
  const step = (by: 1 | -1) => {
    const next = rows[index < 0 ? 0 : index + by];
    if (next === undefined) return;
    focusNext.current = 'row';
    navigate(hrefOf(next.id), { replace: id !== null });
  };
  useShortcuts({
    ArrowDown: { label: 'lead.shortcut.next', run: () => step(1) },
    ArrowUp: { label: 'lead.shortcut.previous', run: () => step(-1) },
    Escape: () => id !== null && focusOn('row', id),
  });
  useEffect(() => {
    if (focusNext.current === null || id === null) return;
    focusOn(focusNext.current, id);
    focusNext.current = null;
  }, [id]);
  return {
    /** By the keyboard: a request that is read already is not read anew. */
    enter: (leadId: string) => {
      if (leadId === id) focusOn('detail', leadId);
      else focusNext.current = 'detail';
    },
  };
}

function focusOn(place: 'row' | 'detail', id: string) {
  document.querySelector<HTMLElement>(place === 'row' ? `[data-lead="${CSS.escape(id)}"]` : '#lead-name')?.focus();
}

function NoLeads({ status, isSearch }: { readonly status: Lead['status']; readonly isSearch: boolean }) {
  const t = useText();
  if (isSearch) return <EmptyState icon={<IconInbox />} title={t('lead.noMatches')} />;
  return (
    <>
      <EmptyState icon={<IconInbox />} title={t(`lead.empty.${status}.title`)} text={t(`lead.empty.${status}.text`)} />
      {status === 'new' && <WaysIn />}
    </>
  );
}
