import { useMemo } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import type { Wording } from '#renderer/card/history/value-text.ts';

/** What values of the history are put into words with. */
export function useWording(): Wording {
  const t = useText();
  const format = useFormat();
  const { ownerName } = useSettings();
  return useMemo(() => ({ t, format, ownerName }), [t, format, ownerName]);
}
