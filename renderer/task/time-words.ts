import { useMemo } from 'react';
import { useLocale } from '#renderer/date/locale.ts';
import { createTimeWords } from '#renderer/task/create-time-words.ts';
import type { TimeWords } from '#renderer/task/create-time-words.ts';
import { useZone } from '#renderer/task/use-zone.ts';

/** Days, times and spans in the user's language, by the shop's clock. */
export function useTimeWords(): TimeWords {
  const locale = useLocale();
  const timeZone = useZone();
  return useMemo(() => createTimeWords(locale, timeZone), [locale, timeZone]);
}
