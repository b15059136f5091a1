import { useLocale } from '#renderer/date/locale.ts';
import { createTimeWords } from '#renderer/task/create-time-words.ts';
import type { TimeWords } from '#renderer/task/create-time-words.ts';
import { useZone } from '#renderer/task/use-zone.ts';

/** Built once for a language and zone: every line of a day shows times, and Intl's formats are dear to make. */
const built = new Map<string, TimeWords>();

/** Days, times and spans in the user's language, by the shop's clock. */
export function useTimeWords(): TimeWords {
  const locale = useLocale();
  const timeZone = useZone();
  const key = `${locale} ${timeZone}`;
  let words = built.get(key);
  if (!words) built.set(key, (words = createTimeWords(locale, timeZone)));
  return words;
}
