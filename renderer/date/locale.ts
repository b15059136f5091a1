import { useSettings } from '#renderer/app/settings.tsx';

/** The user's language as written in the user's country: "es-MX". */
export function useLocale(): string {
  const { language, country } = useSettings();
  return `${language}-${country}`;
}
