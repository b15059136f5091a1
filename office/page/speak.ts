import type { IncomingMessage } from 'node:http';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { MessageValues } from '#shared/messages/message-text.ts';
import { languages } from '#shared/settings/contract.ts';
import type { Language } from '#shared/settings/contract.ts';

/** Words, numbers and times in the language of whoever looks. */
export interface Speech {
  readonly language: Language;
  say(key: MessageKey, values?: MessageValues): string;
  number(value: number): string;
  /** Day and time of UTC milliseconds, in the zone of this computer. */
  time(at: number): string;
  /** "3 hours ago" */
  ago(at: number, now: number): string;
  hours(hours: number): string;
}

export function speak(language: Language): Speech {
  const numbers = new Intl.NumberFormat(language);
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const spans = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    language,
    say: (key, values) => messageText(key, language, values),
    number: (value) => numbers.format(value),
    time: (at) => times.format(at),
    ago(at, now) {
      const seconds = (at - now) / 1000;
      if (Math.abs(seconds) < 60) return spans.format(0, 'second');
      const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['minute', 60] as const);
      return spans.format(Math.trunc(seconds / size), unit);
    },
    hours(hours) {
      const [unit, count] = hours % 24 === 0 ? (['day', hours / 24] as const) : (['hour', hours] as const);
      return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
    },
  };
}

/** The language that a browser asks for; English where it asks for none that is spoken here. */
export function languageOf(request: IncomingMessage): Language {
  const wanted = (request.headers['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.flatMap((code) => languages.find((language) => language === code) ?? [])[0] ?? 'en';
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;
