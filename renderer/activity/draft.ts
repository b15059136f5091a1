import { useState } from 'react';
import type { Activity, ActivityType, callOutcomes } from '#shared/activity/contract.ts';

/** An activity being written. */
export interface ActivityDraft {
  readonly type: ActivityType;
  readonly text: string;
  readonly direction: 'in' | 'out' | null;
  readonly outcome: (typeof callOutcomes)[number] | null;
  /** As typed. */
  readonly minutes: string;
  /** As typed; empty for now. */
  readonly date: string;
  readonly time: string;
}

export const emptyDraft: ActivityDraft = {
  type: 'note',
  text: '',
  direction: null,
  outcome: null,
  minutes: '',
  date: '',
  time: '',
};

export const hasDirection = (type: ActivityType) => type === 'call' || type === 'email' || type === 'message';
export const hasDuration = (type: ActivityType) => type === 'call' || type === 'meeting' || type === 'visit';

/** Whether anything was written that would be a pity to lose. */
export function isWritten({ text, outcome, minutes }: ActivityDraft): boolean {
  return text.trim() !== '' || outcome !== null || minutes.trim() !== '';
}

const storageKey = (partyId: string) => `cartera.draft.${partyId}`;

/** The draft of a card's composer: it survives leaving the card and reloading the window. */
export function useKeptDraft(partyId: string): readonly [ActivityDraft, (draft: ActivityDraft) => void] {
  const [draft, setDraft] = useState(() => readDraft(partyId));
  const keep = (next: ActivityDraft) => {
    setDraft(next);
    if (isWritten(next)) sessionStorage.setItem(storageKey(partyId), JSON.stringify(next));
    else sessionStorage.removeItem(storageKey(partyId));
  };
  return [draft, keep];
}

function readDraft(partyId: string): ActivityDraft {
  const kept = sessionStorage.getItem(storageKey(partyId));
  return kept === null ? emptyDraft : { ...emptyDraft, ...(JSON.parse(kept) as Partial<ActivityDraft>) };
}

/** An activity written before, to be edited. @param moment writes its date and time as typed */
export function draftOf(activity: Activity, moment: { readonly date: string; readonly time: string }): ActivityDraft {
  const { type, text, direction, outcome, duration } = activity;
  const minutes = duration === null ? '' : String(Math.round(duration / 60));
  return { type, text, direction, outcome, minutes, ...moment };
}
