import { ORPCError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { isTyped, readAsked } from '#renderer/deal/asked/asked-field.ts';
import type { AskedChanges, AskedDraft } from '#renderer/deal/asked/asked-field.ts';
import { saveAsked } from '#renderer/deal/asked/save-asked.ts';
import { missingOf } from '#renderer/task/missing-fields.ts';
import { useAskedPlace } from '#renderer/task/use-asked-place.ts';
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

/** Whether somebody was there to be asked for what a task asks for. */
export function couldAsk(outcome: Activity['outcome']): boolean {
  return outcome === null || outcome === 'reached';
}

type Done = Awaited<ReturnType<typeof client.task.done>>;

interface Closing {
  readonly words: ClosingWords;
  /** Null where nothing was asked. */
  readonly asked: { readonly fields: readonly string[]; readonly changes: AskedChanges } | null;
}

/** Closes a task with what it asks for; undone from the notice that says so. */
export function useCloseTask(task: Task, { onClosed }: CloseOptions) {
  const locale = useLocale();
  const titleOf = useTaskTitle();
  const { place, client: party, partyId, partyType, currency } = useAskedPlace(task);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [draft, setDraft] = useState<AskedDraft>({});
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const known = place === undefined ? [] : missingOf(task.asks, place, party);
  const fields = refused === null ? known : [...new Set([...refused.typed, ...refused.missing])];
  const typed = fields.filter(isTyped);
  const optional = typed.includes('visitAt') && !typed.includes('leaveAt') && place?.leaveAt === null ? ['leaveAt'] : [];
  const close = useMutation({
    mutationFn: async ({ words: { next, ...said }, asked }: Closing): Promise<Done> => {
      // The client's own fields are no part of the deal, and are kept even if something else is missing still.
      if (asked !== null && partyId !== null && partyType !== null)
        await saveAsked({ id: task.id, partyId, partyType }, { ...asked.changes, deal: {} });
      return client.task.done({
        id: task.id,
        ...said,
        ...(asked === null ? {} : { deal: asked.changes.deal as object }),
        ...(next === undefined ? {} : { next }),
      });
    },
    onSuccess: ({ actId, activityId }) => {
      onClosed(activityId);
      notifyDone('task.closed.done', { title: titleOf(task) }, { undoActId: actId });
    },
    onError: (error, { asked }) => {
      const missing = missingFields(error);
      // What was typed for the deal is not saved yet, and is sent again.
      const unsaved = asked?.fields.filter((field) => !field.startsWith('client.')) ?? [];
      if (missing !== null) setRefused({ missing, typed: unsaved });
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
    refused: refused?.missing ?? null,
    draft,
    setDraft: (next: AskedDraft) => {
      setUnreadable(null);
      setDraft(next);
    },
    unreadable,
    isPending: close.isPending,
    submit: (words: ClosingWords) => {
      if (typed.length === 0 || !couldAsk(words.outcome)) return close.mutate({ words, asked: null });
      const filled = [...typed, ...optional.filter((field) => (draft[field] ?? '') !== '')];
      const answers = Object.fromEntries(filled.map((field) => [field, draft[field] ?? '']));
      // The core keeps the custom fields that are not asked for.
      const read = readAsked(answers, { deal: { currency: place?.currency ?? currency, custom: {} }, locale });
      if (read.type === 'unreadable') setUnreadable(read.field);
      else close.mutate({ words, asked: { fields: filled, changes: read.changes } });
    },
  };
}

interface Refused {
  readonly missing: readonly string[];
  readonly typed: readonly string[];
}

function missingFields(error: unknown): readonly string[] | null {
  if (!(error instanceof ORPCError) || error.code !== 'FIELDS_MISSING') return null;
  return (error.data as { readonly fields: readonly string[] }).fields;
}
