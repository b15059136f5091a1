import { useSettings } from '#renderer/app/settings.tsx';
import { timeZoneOf } from '#shared/time/zone.ts';

/** The zone in which the shop's clock goes: that of the settings, else the computer's. */
export function useZone(): string {
  return timeZoneOf(useSettings().timeZone);
}
