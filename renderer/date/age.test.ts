import { expect, it } from 'vitest';
import { ageOn } from '#renderer/date/age.ts';

it('counts whole years, up to the birthday itself', () => {
  expect(ageOn('1980-03-14', new Date(2025, 2, 13))).toBe(44);
  expect(ageOn('1980-03-14', new Date(2025, 2, 14))).toBe(45);
});

it('knows no age without a year, nor of those not born yet', () => {
  expect(ageOn('0000-03-14', new Date(2025, 2, 14))).toBeNull();
  expect(ageOn('2030-03-14', new Date(2025, 2, 14))).toBeNull();
});
