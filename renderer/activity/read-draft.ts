import type { MessageValues } from '#renderer/app/text.ts';
import type { ActivityDraft } from '#renderer/activity/draft.ts';
import { hasDirection, hasDuration } from '#renderer/activity/draft.ts';
import { readTypedMoment } from '#renderer/activity/typed-moment.ts';
import { writeTypedDate } from '#renderer/date/typed-date.ts';
import type { Activity } from '#shared/activity/contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

type Fields = Pick<Activity, 'type' | 'text' | 'direction' | 'outcome' | 'duration'> & { readonly happenedAt?: number };

export type ReadDraft =
  | { readonly type: 'read'; readonly fields: Fields }
  | { readonly type: 'unreadable'; readonly message: MessageKey; readonly values: MessageValues };

/** Reads what was written, leaving out what its type doesn't have. */
export function readDraft(draft: ActivityDraft, locale: string): ReadDraft {
  const { type, outcome, direction, minutes } = draft;
  const text = draft.text.trim();
  if (text === '' && !(type === 'call' && outcome !== null)) return { type: 'unreadable', message: 'activity.empty', values: {} };
  const moment = readTypedMoment(draft, { locale, now: new Date() });
  if (moment.type === 'unreadable') {
    if (moment.part === 'time') return { type: 'unreadable', message: 'activity.timeUnreadable', values: {} };
    const example = writeTypedDate('2025-03-14', locale);
    return { type: 'unreadable', message: 'date.unreadable', values: { example } };
  }
  const spent = Number.parseFloat(minutes.replace(',', '.'));
  const fields = {
    type,
    text,
    direction: hasDirection(type) ? direction : null,
    outcome: type === 'call' ? outcome : null,
    duration: hasDuration(type) && spent > 0 ? Math.round(spent * 60) : null,
  };
  return { type: 'read', fields: moment.ms === undefined ? fields : { ...fields, happenedAt: moment.ms } };
}
