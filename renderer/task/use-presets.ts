import { useSettings } from '#renderer/app/settings.tsx';
import { useZone } from '#renderer/task/use-zone.ts';
import { useNow } from '#renderer/task/use-now.ts';
import { duePresets } from '#shared/time/due-presets.ts';
import type { DuePreset } from '#shared/time/due-presets.ts';

/** What a due moment can be set to with one click, as of now. */
export function usePresets(): readonly DuePreset[] {
  const { workingHours } = useSettings();
  return duePresets({ now: useNow(), timeZone: useZone(), workingHours });
}
