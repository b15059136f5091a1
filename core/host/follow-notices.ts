import type { Core } from '#core/core.ts';
import { listNotices } from '#core/notice/queries.ts';
import { coreSeenBy } from '#core/people/viewer/viewers.ts';
import { entrantActor } from '#core/session/entrants.ts';
import { readSettings } from '#core/settings/settings.ts';
import { noticeWords } from '#shared/notice/notice-words.ts';
import type { NoticeWords } from '#shared/notice/notice-words.ts';
import { timeZoneOf } from '#shared/time/zone.ts';

export interface ToldNotice extends NoticeWords {
  readonly id: string;
}

interface FollowOptions {
  readonly core: Core;
  /** Whose notices: whoever works at this computer now; null while nobody does. */
  readonly userId: () => string | null;
  /** Called once for each that came since. */
  readonly tell: (notice: ToldNotice) => void;
}

const mostAtOnce = 5;

/** Tells each new notice of a person, in the words of the shop's language; returns how to stop. */
export function followNotices({ core, userId, tell }: FollowOptions): () => void {
  const since = core.clock.now();
  const told = new Set<string>();
  const look = () => {
    const whose = userId();
    if (whose === null) return;
    const person = entrantActor(core.store.db, whose);
    if (person.type !== 'actor') return;
    const { db } = coreSeenBy(core, person.actor).store;
    const { language, country, timeZone } = readSettings(db);
    const locale = { language, country, timeZone: timeZoneOf(timeZone) };
    const { rows } = listNotices(db, { userId: whose, unread: true, since, offset: 0, limit: mostAtOnce });
    for (const notice of rows.filter(({ id }) => !told.has(id)).toReversed()) {
      told.add(notice.id);
      tell({ id: notice.id, ...noticeWords(notice, locale) });
    }
  };
  return core.store.onSaved(({ recordTypes }) => {
    if (recordTypes.length === 0 || recordTypes.includes('notice')) look();
  });
}
