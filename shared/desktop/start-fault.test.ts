import { describe, expect, it } from 'vitest';
import { languages } from '#shared/settings/contract.ts';
import { isStartFault, startFaultText } from './start-fault.ts';

describe('startFaultText', () => {
  it.each(languages)('names the file and what to do, in %s', (language) => {
    const texts = ['fromTheFuture', 'notOurs', 'damaged', 'cannotOpen'].map((code) =>
      startFaultText({ code, path: '/d/a.db' }, language),
    );
    expect(new Set(texts).size).toBe(4);
    expect(texts.every((text) => text.includes('/d/a.db') && !text.includes('{'))).toBe(true);
  });

  it('has words for a code of a later version too', () => {
    expect(startFaultText({ code: 'whatever', path: '/d' }, 'en')).toBe(startFaultText({ code: 'cannotOpen', path: '/d' }, 'en'));
  });
});

describe('isStartFault', () => {
  it('tells faults of the data from other errors', () => {
    expect(isStartFault(Object.assign(new Error('x'), { code: 'damaged', path: '/d' }))).toBe(true);
    expect(isStartFault(Object.assign(new Error('x'), { code: 'EACCES', path: '/d' }))).toBe(false);
    expect(isStartFault(undefined)).toBe(false);
  });
});
