import { globSync, readFileSync } from 'node:fs';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { catalogue, messagesIn } from '#shared/messages/catalogue.ts';
import type { Translations } from '#shared/messages/define.ts';
import { languages } from '#shared/settings/contract.ts';
import type { Language } from '#shared/settings/contract.ts';

/** Every file of messages there is: those of the interface, and those that only the desktop shell shows. */
const files = import.meta.glob<Readonly<Record<string, Readonly<Record<string, Translations>>>>>('/shared/*/*messages.ts', {
  eager: true,
});
const declared = Object.values(files).flatMap((file) => Object.values(file).flatMap((feature) => Object.entries(feature)));
const messages = Object.entries<Translations>(Object.fromEntries(declared));
const each = messages.flatMap(([key, translations]) =>
  languages.map((language) => ({ key, language, text: translations[language] })),
);

/** Plural categories that whole numbers up to a million take in each language. */
const pluralsOf: Readonly<Record<Language, readonly string[]>> = {
  es: ['one', 'other'],
  pt: ['one', 'other'],
  el: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  en: ['one', 'other'],
};

describe('the messages', () => {
  it('have every key in one file only', () => {
    const again = declared.filter(([key, translations]) =>
      declared.some((other) => other[0] === key && other[1] !== translations),
    );
    expect(again.map(([key]) => key)).toEqual([]);
  });

  it('are all in the catalogue of the interface, but for those of the desktop shell', () => {
    expect(messages.map(([key]) => key).filter((key) => !(key in catalogue) && !key.startsWith('desktop.'))).toEqual([]);
  });

  it('have words in all five languages', () => {
    const empty = each.filter(({ text }) => text === undefined || text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('can be read as ICU messages', () => {
    const broken = each.filter(({ text }) => !canBeRead(text));
    expect(broken).toEqual([]);
  });

  it('ask for the same values in every language', () => {
    const different = messages.filter(
      ([, translations]) => new Set(languages.map((language) => asked(translations[language]))).size > 1,
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('have the plural forms of each language', () => {
    const lacking = each.filter(({ text, language }) =>
      pluralsIn(parse(text)).some((forms) =>
        pluralsOf[language].some((form) => !forms.includes(form) && !isOneInPortuguese(forms, form, language)),
      ),
    );
    expect(lacking.map(({ key, language }) => `${key} (${language})`)).toEqual([]);
  });

  it('are written in the letters of their language', () => {
    const foreign = each.filter(({ language, text }) => {
      const words = literals(parse(text)).join(' ');
      if (language === 'ru' || language === 'el') return false;
      return /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(words);
    });
    expect(foreign).toEqual([]);
    const mixed = each.filter(({ language, text }) => {
      const wrong =
        language === 'ru'
          ? /\p{Script=Cyrillic}[a-z]|[a-z]\p{Script=Cyrillic}|\p{Script=Greek}/iu
          : /\p{Script=Greek}[a-z]|[a-z]\p{Script=Greek}|\p{Script=Cyrillic}/iu;
      return (language === 'ru' || language === 'el') && wrong.test(literals(parse(text)).join(' '));
    });
    expect(mixed).toEqual([]);
  });

  it('are all used', () => {
    const sources = globSync(['renderer/**/*.{ts,tsx}', 'shared/**/*.ts', 'core/**/*.ts', 'office/**/*.ts', 'electron/**/*.ts'])
      .filter((file) => !/messages\.ts$|\.test\.tsx?$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const named = new Set([...sources.matchAll(/['"]([\w.-]+\.[\w.-]+)['"]/g)].map((match) => match[1]));
    // A key built from a code: `party.kind.${kind}`.
    const built = [...new Set([...sources.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/gi)].map((match) => match[1] ?? ''))];
    const unused = messages.map(([key]) => key).filter((key) => !named.has(key) && !built.some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
  });

  it('come in one language as an interface provider wants them', () => {
    expect(messagesIn('el')['common.undo']).toBe('Αναίρεση');
    expect(Object.keys(messagesIn('ru'))).toHaveLength(Object.keys(catalogue).length);
  });
});

function canBeRead(text: string): boolean {
  try {
    return parse(text).length > 0;
  } catch {
    return false;
  }
}

/** In Brazil "one" is zero too, which reads badly with a noun: Portuguese may say "=1" instead. */
function isOneInPortuguese(forms: readonly string[], form: string, language: Language): boolean {
  return language === 'pt' && form === 'one' && forms.includes('=1');
}

/** The placeholders and tags of a message, in one order whatever the words' order. */
function asked(text: string): string {
  const names = new Set<string>();
  walk(parse(text), (element) => {
    if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value);
  });
  return [...names].toSorted().join(', ');
}

function pluralsIn(elements: readonly MessageFormatElement[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  walk(elements, (element) => {
    if (element.type === TYPE.plural) found.push(Object.keys(element.options));
  });
  return found;
}

function literals(elements: readonly MessageFormatElement[]): readonly string[] {
  const found: string[] = [];
  walk(elements, (element) => {
    if (element.type === TYPE.literal) found.push(element.value);
  });
  return found;
}

function walk(elements: readonly MessageFormatElement[], visit: (element: MessageFormatElement) => void): void {
  for (const element of elements) {
    visit(element);
    if (element.type === TYPE.tag) walk(element.children, visit);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) walk(option.value, visit);
    }
  }
}
