import { ORPCError } from '@orpc/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { api, client } from '#renderer/app/client.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { keepDraft, readDraft } from '#renderer/automation/draft-store.ts';
import { isSameRule, missingIn, ruleOf } from '#renderer/automation/rule-draft.ts';
import type { RuleDraft, RuleProblem } from '#renderer/automation/rule-draft.ts';
import { entityOf } from '#shared/automation/events.ts';
import type { AutomationEvent } from '#shared/automation/events.ts';
import type { Filter } from '#shared/filter/filter.ts';

interface RuleEditorOptions {
  /** Null for a new one. */
  readonly id: string | null;
  readonly saved: RuleDraft;
}

/** A rule being edited: what was typed is kept at once, and saved when asked. */
export function useRuleEditor({ id, saved }: RuleEditorOptions) {
  const draftId = id ?? 'new';
  const [draft, setDraft] = useState<RuleDraft>(() => readDraft(draftId) ?? saved);
  const [problem, setProblem] = useState<RuleProblem | null>(null);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const conditionsOf = useRef(new Map<string, Filter>());
  const set = (next: RuleDraft) => {
    setDraft(next);
    setProblem(null);
    keepDraft(draftId, isSameRule(next, saved) ? undefined : next);
  };
  const change = (changes: Partial<RuleDraft>) => set({ ...draft, ...changes });
  /** Another kind of record has other fields: its conditions are kept, should one come back to it. */
  const setEvent = (event: AutomationEvent) => {
    const [before, after] = [entityOf(draft.event), entityOf(event)];
    conditionsOf.current.set(before, draft.conditions);
    change({ event, ...(before === after ? {} : { conditions: conditionsOf.current.get(after) ?? { all: [] } }) });
  };
  const save = useMutation({
    mutationFn: (rule: ReturnType<typeof ruleOf>) =>
      id === null ? client.automation.create(rule) : client.automation.update({ ...rule, id }),
    onSuccess: ({ name }) => {
      keepDraft(draftId, undefined);
      notifyDone('automation.saved', { name });
      void queries.invalidateQueries({ queryKey: api.automation.key() });
      navigate('/automations');
    },
    onError: (error) => {
      const refused = refusalOf(error);
      if (refused === null) notifyError(error);
      else setProblem(refused);
    },
  });
  const submit = (unfinished: number) => {
    const missing = missingIn(draft) ?? (unfinished > 0 ? { field: 'conditions', code: 'conditionsUnfinished' } : null);
    if (missing === null) save.mutate(ruleOf(draft));
    else setProblem(missing);
  };
  return {
    draft,
    change,
    setEvent,
    problem,
    isDirty: !isSameRule(draft, saved),
    isSaving: save.isPending,
    submit,
    discard: () => {
      keepDraft(draftId, undefined);
      setDraft(saved);
      setProblem(null);
    },
  };
}

/** What the core says can't work, at the place it names; null when it is another trouble. */
export function refusalOf(error: Error): RuleProblem | null {
  return error instanceof ORPCError && error.code === 'REFUSED' ? (error.data as RuleProblem) : null;
}
