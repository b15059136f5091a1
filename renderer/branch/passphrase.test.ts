import { describe, expect, it } from 'vitest';
import { strengthOf, suggestPassphrase } from '#renderer/branch/passphrase.ts';

describe('a passphrase', () => {
  it.each([
    ['seven77', 'short'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['123456789012', 'weak'],
    ['abcdefghijkl', 'weak'],
    ['ventanas', 'weak'],
    ['ventanas 1987', 'fair'],
    ['rio lento bajo el puente', 'good'],
    ['Окна у реки, 7', 'good'],
  ])('%s is %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });

  it('is suggested in four groups, good, and another each time', () => {
    const [first, second] = [suggestPassphrase(), suggestPassphrase()];
    expect(first).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(strengthOf(first)).toBe('good');
    expect(second).not.toBe(first);
  });
});
