import { expect, it } from 'vitest';
import { readTypedMoney, readTypedRate, writeTypedMoney, writeTypedRate } from '#renderer/app/typed-money.ts';

const euros = { locale: 'es-ES', currency: 'EUR' };

it.each([
  ['12,5', 1250],
  ['12.5', 1250],
  ['1.250,40 €', 125_040],
  ['1 250', 125_000],
  ['EUR 7', 700],
])('reads %s as typed in a Spanish shop', (text, amount) => {
  expect(readTypedMoney(text, euros)).toBe(amount);
});

it('keeps to the digits that a currency has', () => {
  expect(readTypedMoney('1500', { locale: 'ja-JP', currency: 'JPY' })).toBe(1500);
  expect(writeTypedMoney(1500, { locale: 'ja-JP', currency: 'JPY' })).toBe('1500');
});

it('says that words are no amount', () => {
  expect(readTypedMoney('much', euros)).toBeNull();
  expect(readTypedMoney('', euros)).toBeNull();
});

it('reads back what it writes', () => {
  for (const amount of [0, 5, 1250, 125_000, 125_040]) expect(readTypedMoney(writeTypedMoney(amount, euros), euros)).toBe(amount);
  expect(writeTypedMoney(125_040, euros)).toBe('1250,40');
});

it('reads shares in per cent, up to all of it', () => {
  expect(readTypedRate('10,5 %', 'es-ES')).toBe(1050);
  expect(readTypedRate('101', 'es-ES')).toBeNull();
  expect(writeTypedRate(1050, 'es-ES')).toBe('10,5');
});
