import { describe, expect, it } from 'vitest';
import { dateOrderOf, readTypedDate, writeTypedDate } from '#renderer/date/typed-date.ts';

const birthday = { mayLackYear: true, latestYear: 2025 };

describe('a date as people type it', () => {
  it.each([
    ['14/3/1980', 'es-ES'],
    ['14.03.1980', 'ru-RU'],
    ['14-3-80', 'pt-PT'],
    ['14031980', 'el-GR'],
    ['140380', 'es-MX'],
    ['1980-03-14', 'en-US'],
    ['1980.3.14', 'ru-RU'],
    ['3/14/1980', 'en-US'],
    ['14 de marzo de 1980', 'es-AR'],
    ['14 março 1980', 'pt-BR'],
    ['14 mar. 1980', 'pt-PT'],
    ['14 марта 1980 г.', 'ru-RU'],
    ['14 Μαρτίου 1980', 'el-GR'],
    ['14 Μάρτιος 1980', 'el-GR'],
    ['March 14, 1980', 'en-GB'],
    ['14 de marzo del 80', 'es-ES'],
  ])('reads %s in %s', (text, locale) => {
    expect(readTypedDate(text, { locale, ...birthday })).toBe('1980-03-14');
  });

  it('tells months apart that begin alike', () => {
    expect(readTypedDate('5 июня', { locale: 'ru-RU', ...birthday })).toBe('0000-06-05');
    expect(readTypedDate('5 июля', { locale: 'ru-RU', ...birthday })).toBe('0000-07-05');
    expect(readTypedDate('5 мая', { locale: 'ru-RU', ...birthday })).toBe('0000-05-05');
    expect(readTypedDate('5 марта', { locale: 'ru-RU', ...birthday })).toBe('0000-03-05');
  });

  it('reads a birthday without a year, the 29th of February included', () => {
    expect(readTypedDate('29.2', { locale: 'ru-RU', ...birthday })).toBe('0000-02-29');
    expect(readTypedDate('2/29', { locale: 'en-US', ...birthday })).toBe('0000-02-29');
  });

  it('asks for a year where one is needed', () => {
    expect(readTypedDate('14/3', { locale: 'es-ES' })).toBeNull();
  });

  it('puts a birthday of two digits in the past', () => {
    expect(readTypedDate('1/2/31', { locale: 'es-ES', ...birthday })).toBe('1931-02-01');
    expect(readTypedDate('1/2/05', { locale: 'es-ES', ...birthday })).toBe('2005-02-01');
  });

  it.each(['', '31/2/1980', '14/13/1980', 'mañana', '5', '1/2/3/4', '14/3/198', '14 foo 1980'])('refuses %s', (text) => {
    expect(readTypedDate(text, { locale: 'es-ES', ...birthday })).toBeNull();
  });

  it.each(['es-ES', 'pt-BR', 'el-GR', 'ru-RU', 'en-US', 'en-GB'])('reads back what it writes in %s', (locale) => {
    for (const iso of ['1980-03-14', '0000-02-29', '2024-12-01']) {
      expect(readTypedDate(writeTypedDate(iso, locale), { locale, ...birthday })).toBe(iso);
    }
  });

  it('knows who puts the month first', () => {
    expect(dateOrderOf('en-US')).toBe('mdy');
    expect(dateOrderOf('es-US')).toBe('dmy');
    expect(dateOrderOf('sv-SE')).toBe('ymd');
  });
});
