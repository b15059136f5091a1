import { callLink } from '#renderer/card/point/links.ts';
import { useSettings } from '#renderer/app/settings.tsx';

/** `linkOf(phone)`: what opens the program that makes calls here. */
export function useCallLink(): (phone: string) => string {
  const { callScheme } = useSettings();
  return (phone) => callLink(phone, callScheme);
}
