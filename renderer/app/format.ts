import { useMemo } from 'react';
import { createFormat } from '#renderer/app/create-format.ts';
import type { Format } from '#renderer/app/create-format.ts';
import { useSettings } from '#renderer/app/settings.tsx';

/** Dates, numbers and phones as the user's language and country write them. */
export function useFormat(): Format {
  const { language, country } = useSettings();
  return useMemo(() => createFormat({ language, country }), [language, country]);
}
