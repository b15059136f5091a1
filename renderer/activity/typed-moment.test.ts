import { describe, expect, it } from 'vitest';
import { readTypedMoment, writeTypedMoment } from '#renderer/activity/typed-moment.ts';

const now = new Date(2025, 2, 14, 16, 20);
const options = { locale: 'es-ES', now };
const at = (...parts: [number, number, number, number, number]) => ({ type: 'moment', ms: new Date(...parts).getTime() });

describe('when something happened, as typed', () => {
  it('is now where nothing was typed', () => {
    expect(readTypedMoment({ date: '', time: '' }, options)).toEqual({ type: 'moment', ms: undefined });
  });

  it.each(['9:05', '9.05', '0905', '9 05', '9:05 am'])('reads the time %s of today', (time) => {
    expect(readTypedMoment({ date: '', time }, options)).toEqual(at(2025, 2, 14, 9, 5));
  });

  it('reads the hour alone, and the afternoon', () => {
    expect(readTypedMoment({ date: '13/3/2025', time: '9' }, options)).toEqual(at(2025, 2, 13, 9, 0));
    expect(readTypedMoment({ date: '13/3/2025', time: '2:30 pm' }, options)).toEqual(at(2025, 2, 13, 14, 30));
    expect(readTypedMoment({ date: '13/3/2025', time: '12 am' }, options)).toEqual(at(2025, 2, 13, 0, 0));
  });

  it('says which part it can not read', () => {
    expect(readTypedMoment({ date: 'ayer', time: '' }, options)).toEqual({ type: 'unreadable', part: 'date' });
    expect(readTypedMoment({ date: '', time: '25:00' }, options)).toEqual({ type: 'unreadable', part: 'time' });
  });

  it('reads back what it writes', () => {
    const ms = new Date(2024, 11, 1, 7, 5).getTime();
    for (const locale of ['es-ES', 'ru-RU', 'en-US']) {
      expect(readTypedMoment(writeTypedMoment(ms, locale), { locale, now })).toEqual({ type: 'moment', ms });
    }
  });
});
