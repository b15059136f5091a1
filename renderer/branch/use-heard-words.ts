import { useMemo } from 'react';
import { useText } from '#renderer/app/text.ts';
import { heardWords } from '#renderer/branch/heard-words.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { useTimeWords } from '#renderer/task/time-words.ts';
import { useNow } from '#renderer/task/use-now.ts';
import { useZone } from '#renderer/task/use-zone.ts';

/** When somebody was heard of last, as it is said; null was never. */
export function useHeardWords(): (at: number | null) => string {
  const t = useText();
  const words = useTimeWords();
  const locale = useLocale();
  const timeZone = useZone();
  const now = useNow();
  return useMemo(
    () => (at) => (at === null ? t('branch.neverHeard') : heardWords(at, now, { words, locale, timeZone })),
    [t, words, locale, timeZone, now],
  );
}
