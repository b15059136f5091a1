import type { SavedEvent } from '#shared/event/contract.ts';

/** What was saved; null when some saves were missed and anything may have changed. */
export type News = SavedEvent | null;

/** Shorter than anybody notices, longer than the saves of one act of many are apart. */
const pause = 250;

/** Passes the first save on at once, and those that follow within moments as one: each would make all on the screen be read again. */
export function coalesceSaved(refresh: (news: News) => void): (news: News) => void {
  let waiting: readonly News[] = [];
  let isResting = false;
  const rest = () => {
    isResting = true;
    setTimeout(() => {
      isResting = false;
      if (waiting.length === 0) return;
      const merged = waiting.reduce(merge);
      waiting = [];
      refresh(merged);
      rest();
    }, pause);
  };
  return (news) => {
    if (isResting) {
      waiting = [...waiting, news];
      return;
    }
    refresh(news);
    rest();
  };
}

function merge(one: News, other: News): News {
  if (one === null || other === null) return null;
  return {
    recordTypes: [...new Set([...one.recordTypes, ...other.recordTypes])],
    ids: one.ids === null || other.ids === null ? null : [...new Set([...one.ids, ...other.ids])],
  };
}
