import { describe, expect, it } from 'vitest';
import { placePhoneMatch } from '#renderer/search/place-phone-match.ts';

const marked = (from: string, to: string, start: number, length: number) => {
  const mark = placePhoneMatch(from, to, { start, length });
  return mark && to.slice(mark.start, mark.start + mark.length);
};

describe('placePhoneMatch', () => {
  it('marks the same digits in the national form, spaces between them included', () => {
    expect(marked('+34663519708', '663 51 97 08', 3, 5)).toBe('663 51');
  });

  it('is not misled by the trunk digit of the national form', () => {
    expect(marked('+74951234567', '8 (495) 123-45-67', 2, 3)).toBe('495');
  });

  it('marks what is left when the country code is not shown', () => {
    expect(marked('+34663519708', '663 51 97 08', 0, 6)).toBe('663');
    expect(marked('+34663519708', '663 51 97 08', 0, 3)).toBeNull();
  });
});
