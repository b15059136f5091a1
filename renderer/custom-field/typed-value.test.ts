import { describe, expect, it } from 'vitest';
import { readTypedNumber, readTypedValue, writeTypedValue } from '#renderer/custom-field/typed-value.ts';

describe('a value typed into a custom field', () => {
  it.each([
    ['1234,5', 'es-ES', 1234.5],
    ['1.234,5', 'es-ES', 1234.5],
    ['1,234.5', 'en-US', 1234.5],
    ['1 234,50 ₽', 'ru-RU', 1234.5],
    ['€12', 'el-GR', 12],
    ['12,50 €', 'pt-PT', 12.5],
    ['1.234', 'es-ES', 1234],
    ['1.234', 'en-US', 1.234],
    ['1,234', 'ru-RU', 1.234],
    ['0.125', 'es-ES', 0.125],
    ['1.234.567', 'es-ES', 1_234_567],
    ['-3', 'es-ES', -3],
    ['−3,5', 'ru-RU', -3.5],
    [',5', 'es-ES', 0.5],
  ])('reads %s in %s', (text, locale, value) => {
    expect(readTypedNumber(text, locale)).toBe(value);
  });

  it.each(['abc', '12a', '1.2.3', '', '--1', '1,23,4'])('refuses %s as a number', (text) => {
    expect(readTypedNumber(text, 'es-ES')).toBeNull();
  });

  it('gives an example of what can be read', () => {
    expect(readTypedValue('number', 'many', 'ru-RU')).toMatchObject({ message: 'customField.unreadable.number' });
    expect(readTypedValue('date', 'soon', 'es-ES')).toMatchObject({ values: { example: '14/03/2025' } });
  });

  it('takes an emptied field as no value', () => {
    expect(readTypedValue('money', ' ', 'es-ES')).toEqual({ type: 'value', value: null });
  });

  it('reads back numbers and dates as it writes them', () => {
    for (const locale of ['es-ES', 'pt-BR', 'el-GR', 'ru-RU', 'en-US']) {
      expect(readTypedValue('number', writeTypedValue('number', 12_345.678, locale), locale)).toEqual({
        type: 'value',
        value: 12_345.678,
      });
      expect(readTypedValue('date', writeTypedValue('date', '2025-03-04', locale), locale)).toEqual({
        type: 'value',
        value: '2025-03-04',
      });
    }
  });
});
