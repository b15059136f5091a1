import type { Settings } from '#shared/settings/contract.ts';
import { languages } from '#shared/settings/contract.ts';

type Look = Pick<Settings, 'language' | 'theme'>;

const key = 'cartera:look';
const themes: readonly string[] = ['auto', 'light', 'dark'] satisfies readonly Look['theme'][];

/**
 * The language and colours that this window showed last. Locked or damaged data can't be asked for them, and the computer's own
 * language needn't be the shop's. Empty where nothing was kept.
 */
export function readLastLook(): Partial<Look> {
  try {
    const [language, theme] = (window.localStorage.getItem(key) ?? '').split(' ');
    return {
      ...(languages.some((known) => known === language) && { language: language as Look['language'] }),
      ...(theme !== undefined && themes.includes(theme) && { theme: theme as Look['theme'] }),
    };
  } catch {
    return {};
  }
}

export function keepLastLook({ language, theme }: Look): void {
  try {
    window.localStorage.setItem(key, `${language} ${theme}`);
  } catch {
    // Storage is switched off or full: the computer's language is as good as before.
  }
}
