import { describe, expect, it } from 'vitest';
import { createFormat } from '#renderer/app/create-format.ts';

const spanish = createFormat({ language: 'es', country: 'ES', timeZone: 'Europe/Madrid' });
const russian = createFormat({ language: 'ru', country: 'RU', timeZone: 'Europe/Moscow' });
const now = Date.UTC(2026, 2, 14, 12);

describe('createFormat', () => {
  it('writes a date as the country does', () => {
    expect(spanish.date('1980-03-14')).toBe('14 mar 1980');
    expect(russian.date('1980-03-14')).toMatch(/14 мар\. 1980/);
  });

  it('writes day and month only where the year is not known, the 29th of February included', () => {
    expect(spanish.date('0000-03-14')).toBe('14 de marzo');
    expect(spanish.date('0000-02-29')).toBe('29 de febrero');
  });

  it('shows as it is what is no date', () => {
    expect(spanish.date('mañana')).toBe('mañana');
  });

  it('counts a calendar date in no time zone and a moment in its own', () => {
    const late = Date.UTC(2026, 2, 14, 23, 30);
    expect(spanish.date('2026-03-14')).toBe('14 mar 2026');
    expect(spanish.date(late)).toBe('15 mar 2026');
    expect(spanish.dateTime(late)).toContain('0:30');
  });

  it('says how long ago something was, and its date after a week', () => {
    expect(spanish.relative(now - 5 * 60_000, now)).toBe('hace 5 minutos');
    expect(russian.relative(now - 24 * 3_600_000, now)).toBe('вчера');
    expect(spanish.relative(now - 30_000, now)).toBe('ahora');
    expect(spanish.relative(now - 8 * 24 * 3_600_000, now)).toBe('6 mar 2026');
  });

  it('writes a phone of the own country without its code, and a foreign one with it', () => {
    expect(spanish.phone('+34600123456').replaceAll('\u00a0', ' ')).toBe('600 12 34 56');
    expect(spanish.phone('+74951234567').replaceAll('\u00a0', ' ')).toBe('+7 495 123 45 67');
  });

  it('leaves a phone that was never understood as it was typed', () => {
    expect(spanish.phone('ask at the bar')).toBe('ask at the bar');
  });

  it('writes numbers with the separators of the language', () => {
    expect(createFormat({ language: 'pt', country: 'BR' }).number(1234567.5)).toBe('1.234.567,5');
  });
});

describe('money and durations', () => {
  const plain = (text: string) => text.replace(/\s/gu, ' ');

  it('writes money as the country does, and leaves out cents that are none where sums must be brief', () => {
    expect(plain(spanish.money(1_250_000, 'EUR'))).toBe('12.500,00 €');
    expect(plain(spanish.sum(1_250_000, 'EUR'))).toBe('12.500 €');
    expect(plain(spanish.sum(1_250_050, 'EUR'))).toBe('12.500,50 €');
    expect(plain(createFormat({ language: 'ru', country: 'RU' }).money(100_050, 'RUB'))).toBe('1 000,50 ₽');
  });

  it('tells a duration in its largest unit', () => {
    expect(plain(spanish.duration(5 * 60_000))).toBe('5 min');
    expect(plain(spanish.duration(30 * 3_600_000))).toBe('30 h');
    expect(plain(spanish.duration(72 * 3_600_000))).toBe('3 días');
  });
});
