import { createFormat } from '#renderer/app/create-format.ts';
import type { Format } from '#renderer/app/create-format.ts';
import { useSettings } from '#renderer/app/settings.tsx';

/** Dates, numbers and phones as the user's language and country write them. */
export function useFormat(): Format {
  const { language, country } = useSettings();
  return formatOf(language, country);
}

const known = new Map<string, Format>();

/** One for all that is on the page: each of a board's hundreds of cards writes dates and sums. */
function formatOf(language: string, country: string): Format {
  const key = `${language}-${country}`;
  const format = known.get(key) ?? createFormat({ language, country });
  known.set(key, format);
  return format;
}
