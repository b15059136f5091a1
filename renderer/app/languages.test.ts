import { describe, expect, it } from 'vitest';
import { guessCountry, guessLanguage } from '#renderer/app/languages.ts';

describe('guessLanguage', () => {
  it('takes the first language that the interface speaks', () => {
    expect(guessLanguage(['de-DE', 'pt-BR', 'en'])).toBe('pt');
    expect(guessLanguage(['ru'])).toBe('ru');
  });

  it('falls back to English', () => {
    expect(guessLanguage(['de', 'fr'])).toBe('en');
    expect(guessLanguage([])).toBe('en');
  });
});

describe('guessCountry', () => {
  it('takes the country of the first language that names one', () => {
    expect(guessCountry(['es', 'es-MX', 'en-US'])).toBe('MX');
    expect(guessCountry(['sr-Latn-RS'])).toBe('RS');
  });

  it('knows none where none is named', () => {
    expect(guessCountry(['es', 'zh-Hans'])).toBeNull();
  });
});
