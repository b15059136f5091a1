import { ORPCError } from '@orpc/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { isTyped, readAsked } from '#renderer/deal/asked/asked-field.ts';
import type { AskedChanges, AskedDraft } from '#renderer/deal/asked/asked-field.ts';
import { saveAsked } from '#renderer/deal/asked/save-asked.ts';
import { useCurrencyCode } from '#renderer/deal/use-currency-code.ts';
import { missingOf } from '#renderer/task/missing-fields.ts';
import { useTaskTitle } from '#renderer/task/task-title.ts';
import type { Activity } from '#shared/activity/contract.ts';
import type { Task, TaskInput } from '#shared/task/contract.ts';

export interface ClosingWords {
  readonly result: string;
  readonly outcome: Activity['outcome'];
  /** Seconds. */
  readonly duration: number | null;
  readonly next: TaskInput | undefined;
}

interface CloseOptions {
  /** Called with what was written into the client's history. */
  readonly onClosed: (activityId: string | null) => void;
}

/** What is known of a deal before a request has become one. */
const noDealYet = {
  ownerId: null,
  siteAddress: '',
  visitAt: null,
  leaveAt: null,
  workAt: null,
  expectedClose: null,
  notes: '',
  custom: {},
  lines: [],
  sizes: 0,
  amount: 0,
  paid: 0,
};

/** Whether somebody was there to be asked for what a task asks for. */
export function couldAsk(outcome: Activity['outcome']): boolean {
  return outcome === null || outcome === 'reached';
}

type Done = Awaited<ReturnType<typeof client.task.done>>;

/** Closes a task with what it asks for; undone from the notice that says so. */
export function useCloseTask(task: Task, { onClosed }: CloseOptions) {
  const locale = useLocale();
  const titleOf = useTaskTitle();
  const { dealId } = task;
  const deal = useQuery(
    api.deal.get.queryOptions({ input: { id: dealId ?? '' }, enabled: dealId !== null && task.asks.length > 0 }),
  ).data;
  const [refused, setRefused] = useState<readonly string[] | null>(null);
  const [draft, setDraft] = useState<AskedDraft>({});
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const currency = useCurrencyCode();
  const isRequest = dealId === null && task.leadId !== null;
  const place = deal ?? (isRequest ? { ...noDealYet, currency } : undefined);
  const fields = refused ?? (place === undefined ? [] : missingOf(task.asks, place));
  const typed = fields.filter(isTyped);
  const optional = typed.includes('visitAt') && !typed.includes('leaveAt') && place?.leaveAt === null ? ['leaveAt'] : [];
  const close = useMutation({
    mutationFn: async ({
      words,
      asked,
    }: {
      readonly words: ClosingWords;
      readonly asked: AskedChanges | null;
    }): Promise<Done> => {
      // The client's own fields are no part of the deal, and are kept even if something else is missing still.
      const { partyId, partyType } = deal ?? task;
      if (asked !== null && partyId !== null && partyType !== null)
        await saveAsked({ id: task.id, partyId, partyType }, { ...asked, deal: {} });
      const { next, ...said } = words;
      return client.task.done({
        id: task.id,
        ...said,
        ...(asked === null ? {} : { deal: asked.deal as object }),
        ...(next === undefined ? {} : { next }),
      });
    },
    onSuccess: ({ actId, activityId }) => {
      onClosed(activityId);
      notifyDone('task.closed.done', { title: titleOf(task) }, { undoActId: actId });
    },
    onError: (error) => {
      const missing = missingFields(error);
      if (missing !== null) setRefused(missing);
      else notifyError(error);
    },
  });
  return {
    /** What has to be typed before it can be closed, and what goes with it. */
    typed: typed.flatMap((field) => (field === 'visitAt' ? [field, ...optional] : [field])),
    optional,
    /** What has to be filled in on the deal's card. */
    elsewhere: fields.filter((field) => !isTyped(field)),
    /** What the core said is missing still. */
    refused,
    draft,
    setDraft: (next: AskedDraft) => {
      setUnreadable(null);
      setDraft(next);
    },
    unreadable,
    isPending: close.isPending,
    submit: (words: ClosingWords) => {
      if (typed.length === 0 || place === undefined || !couldAsk(words.outcome)) return close.mutate({ words, asked: null });
      const filled = optional.filter((field) => (draft[field] ?? '') !== '');
      const answers = Object.fromEntries([...typed, ...filled].map((field) => [field, draft[field] ?? '']));
      const read = readAsked(answers, { deal: place, locale });
      if (read.type === 'unreadable') setUnreadable(read.field);
      else close.mutate({ words, asked: read.changes });
    },
  };
}

function missingFields(error: unknown): readonly string[] | null {
  if (!(error instanceof ORPCError) || error.code !== 'FIELDS_MISSING') return null;
  return (error.data as { readonly fields: readonly string[] }).fields;
}
